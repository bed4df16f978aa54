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

// One listener for all, since the dashboard puts new buttons on the page while it is open.
function startCopying() {
  if (!navigator.clipboard) return;
  for (const button of all("button.copy")) button.hidden = false;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button || "copied" in button.dataset) return;
    const block = button.closest(".asked, .kept, .before, .copyable");
    const shown = all("pre, code.text", block).filter((text) => text.offsetParent);
    await navigator.clipboard.writeText(shown.map((text) => text.textContent).join("\n"));
    const label = [...button.childNodes];
    button.dataset.copied = "";
    button.replaceChildren(button.dataset.done);
    setTimeout(() => {
      button.replaceChildren(...label);
      delete button.dataset.copied;
    }, 1500);
  });
}

all("form.search").forEach(startFilter);
startCopying();
addEventListener("hashchange", followTarget);
addEventListener("beforeprint", () => all("details").forEach((details) => { details.open = true; }));
followTarget();
