/** The handbook without a network: a worker keeps this language's pages; a new build is offered, never forced. */
import words from "./words.js";

const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="manifest"]'));

if (manifest && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(new URL("sw.js", manifest.href)).then(follow, () => {
    // Where the browser forbids workers (a private window, say) the handbook needs its network.
  });
}

/**
 * Offer each new build once it has been fetched whole.
 * @param {ServiceWorkerRegistration} registration
 */
function follow(registration) {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
    });
  });
}

/**
 * Show the notice; only its button changes the page.
 * @param {ServiceWorker} worker
 */
function offer(worker) {
  const notice = document.getElementById("im-update");
  const text = notice?.querySelector("p");
  const button = notice?.querySelector("button");
  if (!notice || !text || !button) return;
  text.textContent = words.update;
  button.textContent = words.update_now;
  notice.hidden = false;
  button.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take over");
  }, { once: true });
}
