// The search of the guide, and its contents folded away on a small screen. Everything can be read without them.
(() => {
  "use strict";

  const MOST_HITS = 30;

  /** Adds the script with every heading and its words, once, when somebody begins to search. */
  function load(source, then) {
    if (window.guidePassages) return then();
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", then);
    document.head.append(script);
  }

  /**
   * How well a passage answers: its page or heading named counts more than its words, and of those the first count most,
   * for what a passage begins with it is about; 0 when a word is nowhere.
   */
  function worth([, title, heading, text], words) {
    const names = `${title} ${heading}`.toLowerCase();
    const body = text.toLowerCase();
    let sum = 0;
    for (const word of words) {
      if (heading.toLowerCase().includes(word)) sum += 4;
      else if (!heading && names.includes(word)) sum += 5;
      else if (body.includes(word)) sum += 1 + 1 / (1 + body.indexOf(word));
      else if (!names.includes(word)) return 0;
    }
    return sum;
  }

  function hit([address, title, heading], top) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const strong = document.createElement("strong");
    const where = document.createElement("span");
    link.href = new URL(address, top);
    strong.textContent = heading || title;
    where.textContent = heading ? title : "";
    link.append(strong, where);
    item.append(link);
    return item;
  }

  function startSearch(form) {
    const input = form.querySelector("input");
    const found = form.querySelector(".found");
    const hits = form.querySelector(".hits");
    const nowhere = form.querySelector(".nowhere");
    const pages = document.querySelector(".menu .pages");
    const top = new URL(form.dataset.top, location.href);

    function show() {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const fits = words.length && window.guidePassages
        ? window.guidePassages.map((each) => [worth(each, words), each]).filter(([points]) => points > 0) : [];
      fits.sort(([one], [other]) => other - one);
      hits.replaceChildren(...fits.slice(0, MOST_HITS).map(([, each]) => hit(each, top)));
      hits.hidden = !fits.length;
      nowhere.hidden = !words.length || fits.length > 0;
      pages.hidden = words.length > 0;
      const { one, many, none } = found.dataset;
      found.textContent = !words.length ? "" : !fits.length ? none : fits.length === 1 ? one : `${fits.length} ${many}`;
    }

    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      hits.querySelector("a")?.click();
    });
    input.addEventListener("focus", () => load(form.dataset.passages, show));
    input.addEventListener("input", show);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target === input) { input.value = ""; show(); }
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea")) return;
      event.preventDefault();
      menu.open = true;
      input.focus();
    });
  }

  const menu = document.querySelector(".menu");
  const isSmall = matchMedia("(max-width: 60rem)");
  const fold = () => { menu.open = !isSmall.matches; };
  fold();
  isSmall.addEventListener("change", fold);
  menu.classList.add("ready");
  document.querySelectorAll("form.find").forEach(startSearch);
  if (!isSmall.matches) menu.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
})();
