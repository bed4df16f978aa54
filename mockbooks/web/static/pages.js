// Small comforts of the pages: a filter over the error codes and copy buttons. Everything can be read without them.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function startFilter(form) {
  const input = form.querySelector("input");
  const found = form.querySelector(".found");
  const articles = all("article[data-code]");
  const words = (article) => all("header, dl", article).map((part) => part.textContent).join(" ").toLowerCase();
  const texts = new Map(articles.map((article) => [article.dataset.code, words(article)]));

  function show() {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (code) => wanted.every((word) => texts.get(code).includes(word));
    const hits = new Set([...texts.keys()].filter(fits));
    for (const place of all("[data-code]")) place.hidden = !hits.has(place.dataset.code);
    for (const part of all("[data-subject]")) part.hidden = !part.querySelector("[data-code]:not([hidden])");
    document.querySelector(".nothing").hidden = hits.size > 0;
    found.textContent = wanted.length ? `${hits.size} ${found.dataset.of} ${articles.length}` : "";
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target === input) return;
    event.preventDefault();
    input.focus();
  });
  show();
}

function followTarget() {
  const hash = location.hash;
  const index = document.querySelector(".index");
  for (const link of all(".index li a")) {
    const current = link.getAttribute("href") === hash;
    link.toggleAttribute("aria-current", current);
    if (current) index.scrollTop += link.getBoundingClientRect().top - index.getBoundingClientRect().top - index.clientHeight / 2;
  }
  const target = document.getElementById(hash.slice(1));
  const details = target?.matches("details") ? target : target?.querySelector("details");
  if (details) details.open = true;
}

function startCopying(button) {
  if (!navigator.clipboard) return;
  const label = button.textContent;
  const block = button.closest(".asked, .kept, .before, .copyable");
  const shown = () => all("pre", block).filter((text) => text.offsetParent);
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(shown().map((text) => text.textContent).join("\n"));
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}

all("form.search").forEach(startFilter);
all("button.copy").forEach(startCopying);
addEventListener("hashchange", followTarget);
addEventListener("beforeprint", () => all("details").forEach((details) => { details.open = true; }));
followTarget();
