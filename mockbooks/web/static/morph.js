// Makes one element like another and changes only what differs, so that focus, selection and scrolling stay.
// What has the same id is the same thing, wherever it stands; what is marked data-kept is left alone.
"use strict";

function morph(now, next) {
  if (now.nodeType !== next.nodeType || now.nodeName !== next.nodeName) return now.replaceWith(next);
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.data !== next.data) now.data = next.data;
    return undefined;
  }
  if (now.isEqualNode(next) || now.matches("button.copy") || now.hasAttribute("data-kept")) return undefined;
  morphAttributes(now, next);
  return morphChildren(now, next);
}

// Whether something is unfolded, and what is typed or chosen, is the reader's.
function morphAttributes(now, next) {
  const isKept = (name) => name === "open" && now.nodeName === "DETAILS";
  for (const { name } of [...now.attributes]) if (!next.hasAttribute(name) && !isKept(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes) {
    if (!isKept(name) && now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
}

function morphChildren(parent, next) {
  const named = new Map([...parent.children].filter((child) => child.id).map((child) => [child.id, child]));
  let at = parent.firstChild;
  for (const wanted of [...next.childNodes]) {
    const kept = wanted.id && named.get(wanted.id);
    if (kept) {
      if (kept === at) at = at.nextSibling;
      else parent.insertBefore(kept, at);
      morph(kept, wanted);
    } else if (at && !at.id && !wanted.id && at.nodeName === wanted.nodeName) {
      const here = at;
      at = at.nextSibling;
      morph(here, wanted);
    } else parent.insertBefore(wanted, at);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}
