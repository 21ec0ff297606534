/**
 * The clock of a session: how long each step has taken and how that compares with the plan.
 * Nothing here knows the page; times are milliseconds since 1970, spans are milliseconds.
 */

/** @typedef {{id: string, minutes: number}} Step */
/**
 * How far a session has come, as it is kept. `step` is the id of the present step, "" after the last one;
 * `since` is when its clock last began to run, null while it stands; `touched` is when the reader last did something.
 * @typedef {{step: string, since: number | null, spent: Record<string, number>, open: boolean, touched: number}} State
 */
/** @typedef {{index: number, left: number, share: number, total: number, behind: number}} Reading */

const MINUTE = 60_000;
const FORGOTTEN = 12 * 60 * MINUTE;

/**
 * @param {Step[]} steps
 * @param {number} now
 * @returns {State}
 */
export function begin(steps, now) {
  return { step: steps[0].id, since: now, spent: {}, open: true, touched: now };
}

/**
 * Return a kept state if it still is one: of this agenda, and not left alone for twelve hours.
 * @param {State | null} state
 * @param {Step[]} steps
 * @param {number} now
 */
export function alive(state, steps, now) {
  if (!state || now - state.touched > FORGOTTEN) return null;
  return state.step === "" || steps.some((step) => step.id === state.step) ? state : null;
}

/**
 * Go to a step, "" for the end, where the clock stands.
 * @param {State} state
 * @param {string} step
 * @param {number} now
 * @returns {State}
 */
export function enter(state, step, now) {
  const since = step && (state.since !== null || !state.step) ? now : null;
  return { ...stopped(state, now), step, since };
}

/**
 * Let the clock stand or run on.
 * @param {State} state
 * @param {boolean} running
 * @param {number} now
 * @returns {State}
 */
export function run(state, running, now) {
  return { ...stopped(state, now), since: running ? now : null };
}

/**
 * @param {State} state
 * @param {number} now
 * @returns {State}
 */
function stopped(state, now) {
  if (!state.step) return { ...state, touched: now };
  return { ...state, spent: { ...state.spent, [state.step]: spentIn(state, state.step, now) }, touched: now };
}

/**
 * @param {State} state
 * @param {string} step
 * @param {number} now
 */
function spentIn(state, step, now) {
  const running = step === state.step && state.since !== null ? Math.max(0, now - state.since) : 0;
  return (state.spent[step] ?? 0) + running;
}

/**
 * Read the clock: time left in the step (below zero when it is over), the share of it that is gone, the whole
 * time so far, and how far behind the plan that is (below zero: ahead). The index is -1 after the last step.
 * @param {State} state
 * @param {Step[]} steps
 * @param {number} now
 * @returns {Reading}
 */
export function reading(state, steps, now) {
  const index = steps.findIndex((step) => step.id === state.step);
  const before = index < 0 ? steps : steps.slice(0, index);
  const length = index < 0 ? 0 : steps[index].minutes * MINUTE;
  const spent = index < 0 ? 0 : spentIn(state, state.step, now);
  const total = steps.reduce((sum, step) => sum + spentIn(state, step.id, now), 0);
  const planned = before.reduce((sum, step) => sum + step.minutes * MINUTE, 0) + Math.min(spent, length);
  return { index, left: length - spent, share: length ? Math.min(1, spent / length) : 1, total, behind: total - planned };
}

/**
 * Return a span as minutes and seconds, such as 12:40; one below zero as +0:05.
 * @param {number} span
 */
export function clock(span) {
  const seconds = isOver(span) ? Math.floor(-span / 1000) : Math.max(0, Math.ceil(span / 1000));
  return `${isOver(span) ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * Tell whether a step is over by a second or more.
 * @param {number} left
 */
export function isOver(left) {
  return left <= -1000;
}

/**
 * Return the mark that the clock passed between two readings of one step, in minutes left, or null: half of the
 * step, two minutes, none. A short step is not halved, and of several marks passed at once the last one counts.
 * @param {number} minutes
 * @param {number} before
 * @param {number} left
 */
export function passed(minutes, before, left) {
  const marks = [0, ...(minutes > 3 ? [2] : []), ...(minutes >= 8 ? [Math.floor(minutes / 2)] : [])];
  return marks.find((mark) => before > mark * MINUTE && left <= mark * MINUTE) ?? null;
}
