"""Pictures of what goes round: learning in two directions, a habit, a contract."""

from __future__ import annotations

from intramentor.pages.pictures.svg import arrow, block, broken, framed, pill, text
from intramentor.pages.wording import Wording


def two_directions(w: Wording) -> str:
    """Return two halves of one conversation, and what goes from each to the other."""
    halves = (
        '<path class="im-pic__mentor" d="M92 40a80 80 0 0 0 0 160z"/>'
        '<path class="im-pic__mentee" d="M268 40a80 80 0 0 1 0 160z"/>'
    )
    names = "".join(
        block(x, 125 - 8 * (len(lines) - 1), lines, kind="im-pic__on", size=14, most=70)
        for x, lines in ((54, broken(w.roles["mentor"], 10)), (306, broken(w.roles["mentee"], 10)))
    )
    drawn = (
        text(180, 18, w("mentor_gives"), size=17, kind="im-pic__word", most=340)
        + halves
        + names
        + arrow("M104 70C130 34 226 32 254 66", "M239 62l16 6 1-17")
        + arrow("M256 170C230 206 134 208 106 174", "M105 191l0-18 16 4")
        + block(180, 116, [w("one_goal")], size=15, kind="im-pic__bold")
        + block(180, 134, broken(w("whose_goal"), 20), most=150)
        + text(180, 232, w("mentee_gives"), size=17, kind="im-pic__word", most=340)
    )
    return framed("two-directions", 360, 242, w("picture_two_directions"), w("picture_two_directions_text"), drawn)


def habit_loop(w: Wording) -> str:
    """Return cue, moves and pay-off in their context, each leading to the next."""
    drawn = (
        '<rect class="im-pic__around" x="2" y="26" width="356" height="282" rx="18"/>'
        + text(180, 16, w("habit_context"), size=14, kind="im-pic__bold", most=350)
        + pill(180, 84, w("habit_cue"), w("habit_cue_what"))
        + pill(272, 226, w("habit_moves"), w("habit_moves_what"))
        + pill(88, 226, w("habit_payoff"), w("habit_payoff_what"))
        + arrow("M262 84C300 90 308 130 296 174", "M286 163l10 12 11-10")
        + arrow("M226 276C206 298 146 298 124 268", "M124 285l-1-18 16 5")
        + arrow("M64 186C52 130 60 92 97 85", "M83 79l16 6-10 13")
        + block(180, 152, broken(w("habit_again"), 14))
    )
    return framed("habit-loop", 360, 310, w("picture_habit_loop"), w("picture_habit_loop_text"), drawn)


def contract_cycle(w: Wording) -> str:
    """Return how a pair makes its contract, works by it, looks back and changes it."""
    drawn = (
        pill(82, 44, w("contract_agree"), w("contract_agree_what"))
        + pill(278, 44, w("contract_work"), w("contract_work_what"))
        + pill(278, 232, w("contract_look"), w("contract_look_what"))
        + pill(82, 232, w("contract_change"), w("contract_change_what"))
        + arrow("M162 44h34", "M186 36l11 8-11 8")
        + arrow("M278 86v102", "M269 178l9 11 9-11")
        + arrow("M198 232h-34", "M174 224l-11 8 11 8")
        + arrow("M82 190V88", "M73 98l9-11 9 11")
        + '<path class="im-pic__mentor" d="M177 92a38 38 0 0 0 0 76z"/><path class="im-pic__mentee" d="M183 92a38 38 0 0 1 0 76z"/>'
        + text(180, 188, w("contract_both"), kind="im-pic__bold", most=160)
    )
    return framed("contract-cycle", 360, 276, w("picture_contract_cycle"), w("picture_contract_cycle_text"), drawn)
