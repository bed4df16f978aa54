// The dashboard while it is open: asks every second whether there is something new, and puts that in the place of what
// was shown, without taking away focus, selection, scrolling or what is unfolded. Everything works without it.
"use strict";
{
  const EVERY = 1000;
  const RAREST = 15000;
  const main = document.getElementById("content");
  const live = document.getElementById("live");
  const said = document.getElementById("said");
  const toast = document.getElementById("toast");
  const word = live.querySelector(".state-word");
  const pause = live.querySelector("button");
  let isPaused = false;
  let isGone = false;
  let busy = 0;
  let wait = EVERY;
  let timer = 0;
  let polling = null;
  let last = Promise.resolve();

  // ---- What is new takes the place of what was

  function show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const next = page.getElementById("content");
    if (!next?.hasAttribute("data-revision")) return location.reload();
    const before = announced();
    morph(main, next);
    // Links that lead to other pages, and to this one in the other language.
    for (const part of [".tabs", ".languages"]) morph(document.querySelector(part), page.querySelector(part));
    document.title = page.title;
    ready();
    const after = announced();
    if (after !== before) said.textContent = after;
    return undefined;
  }

  const announced = () =>
    [...main.querySelectorAll("[data-announce]")].map((part) => `${part.dataset.announce}: ${part.textContent}`).join(". ");

  function ready() {
    if (navigator.clipboard) for (const button of main.querySelectorAll("button.copy")) button.hidden = false;
    readClock();
    preview();
  }

  // ---- Asking

  async function ask(address, options = {}) {
    const headers = { Accept: "text/html", ...options.headers };
    const answer = await fetch(address, { ...options, headers, cache: "no-store" });
    if (answer.status >= 500) throw new Error(answer.statusText);
    return answer;
  }

  // What the reader asked for goes first, and is never broken off by this.
  async function poll() {
    clearTimeout(timer);
    if (isPaused || busy || document.hidden) return;
    const began = performance.now();
    polling?.abort();
    polling = new AbortController();
    try {
      const headers = { "If-None-Match": main.dataset.revision };
      const answer = await ask(location.href, { headers, signal: polling.signal });
      if (answer.status !== 304) show(await answer.text());
      came(performance.now() - began);
    } catch (error) {
      if (error.name === "AbortError") return;
      failed();
    }
    timer = setTimeout(poll, wait);
  }

  // A server that takes long for its pages is asked for them less often.
  function came(took = 0) {
    if (isGone) said.textContent = live.dataset.back;
    isGone = false;
    wait = Math.min(Math.max(EVERY, took * 4), RAREST);
    tell();
  }

  function failed() {
    if (!isGone) said.textContent = live.dataset.gone;
    isGone = true;
    wait = Math.min(wait * 2, RAREST);
    tell();
  }

  function tell() {
    const state = isPaused ? "paused" : isGone ? "gone" : "live";
    if (live.className !== `live ${state}`) live.className = `live ${state}`;
    if (word.textContent !== live.dataset[state]) word.textContent = live.dataset[state];
    const label = isPaused ? pause.dataset.resume : pause.dataset.pause;
    if (pause.textContent !== label) pause.textContent = label;
  }

  // ---- Links and forms that need not leave the page

  // One after the other, in the order in which they were asked for.
  function doing(work) {
    clearTimeout(timer);
    polling?.abort();
    busy += 1;
    last = last.then(async () => {
      try {
        await work();
        came();
      } catch {
        failed();
      }
      busy -= 1;
      if (!busy) timer = setTimeout(poll, wait);
    });
  }

  const go = (address, { remember = true } = {}) => doing(async () => {
    const html = await (await ask(address)).text();
    if (remember) history.pushState(null, "", address);
    show(html);
  });

  function send(form, button) {
    const { action } = form;
    const body = new URLSearchParams(new FormData(form, button));
    button?.setAttribute("aria-busy", "true");
    doing(async () => {
      toast.hidden = true;
      try {
        const answer = await ask(action, { method: "POST", body });
        const html = await answer.text();
        if (!answer.ok) return complain(html);
        show(html);
        said.textContent = live.dataset.done;
      } finally {
        button?.removeAttribute("aria-busy");
      }
      return undefined;
    });
  }

  function complain(html) {
    const problem = new DOMParser().parseFromString(html, "text/html").querySelector(".problem");
    if (!problem) return location.reload();
    toast.textContent = problem.textContent.trim();
    toast.hidden = false;
    return undefined;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-stay]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("data-stay")) {
      event.preventDefault();
      const asked = [...new FormData(form)].filter(([, text]) => text);
      go(`${form.action.split("?")[0]}?${new URLSearchParams(asked)}`);
    } else if (form.hasAttribute("data-act")) {
      event.preventDefault();
      send(form, event.submitter);
    }
  });
  addEventListener("popstate", () => go(location.href, { remember: false }));

  // ---- The clock goes on between two answers

  const timeOfDay = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  });
  let clock = null;

  function readClock() {
    const shown = document.getElementById("now");
    if (!shown) return;
    if (clock?.told !== shown.getAttribute("datetime") || clock.speed !== shown.dataset.speed) {
      clock = { told: shown.getAttribute("datetime"), speed: shown.dataset.speed, since: performance.now() };
    }
    tick();
  }

  function tick() {
    const shown = document.getElementById("now");
    if (!shown || !clock) return;
    const passed = (performance.now() - clock.since) * Number(clock.speed);
    const hands = shown.querySelector(".hands");
    const moment = new Date(Date.parse(clock.told) + passed);
    const text = timeOfDay.format(moment);
    if (hands.textContent === text) return;
    // On a new day the date is another one too: that is asked for.
    if (text < hands.textContent) main.dataset.revision = "";
    hands.textContent = text;
    main.querySelector(".utc code").textContent = `${moment.toISOString().slice(0, 19)}Z`;
  }

  // ---- What a scenario is about, before it is activated

  function preview() {
    const choice = document.getElementById("scenario-choice");
    const text = document.getElementById("scenario-preview");
    if (!choice) return;
    const description = choice.selectedOptions[0]?.dataset.description ?? "";
    if (text.textContent !== description) text.textContent = description;
  }

  document.addEventListener("change", (event) => {
    if (event.target.id === "scenario-choice") preview();
  });

  // ---- Begin

  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    if (isPaused) polling?.abort();
    tell();
    said.textContent = word.textContent;
    poll();
  });
  document.addEventListener("visibilitychange", poll);
  live.hidden = false;
  tell();
  ready();
  setInterval(tick, 250);
  timer = setTimeout(poll, EVERY);
}
