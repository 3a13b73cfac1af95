"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const said = byId("said");

function say(text) {
  said.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (said.textContent = ""), 1800);
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`${what} copied`);
}

/* One finding is the current one: its card and its words show it. */
const cards = all(".card");
const cardOf = new Map(cards.map((card) => [card.dataset.f, card]));
const rectsOf = new Map();
for (const rect of all("rect[data-to]")) rectsOf.set(rect.dataset.to, [...(rectsOf.get(rect.dataset.to) || []), rect]);
const hidden = () => all("input[type=checkbox]:not(:checked)").map((box) => box.id.replace(/^(.)[a-z]*-/, "$1-"));
const isShown = (card, off) => !card.classList.contains("off") && !off.some((kind) => card.classList.contains(kind));

/* Told by classes and not by style, which would have the browser lay out a whole long manuscript. */
function shownCards() {
  const off = hidden();
  return cards.filter((card) => isShown(card, off));
}
let current = null;

function choose(card, scrollTo) {
  all(".on").forEach((one) => one.classList.remove("on"));
  current = card;
  if (!card) return;
  card.classList.add("on");
  all(`mark[data-f~="${card.dataset.f}"]`).forEach((mark) => mark.classList.add("on"));
  if (scrollTo) (scrollTo === "card" ? card : byId(card.dataset.f) || card).scrollIntoView({ block: "center" });
}

function step(by) {
  const shown = shownCards();
  if (!shown.length) return say("No findings");
  const at = shown.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
  choose(shown[next], "words");
  shown[next].querySelector(".name a").focus({ preventScroll: true });
}

const queryOf = (card) => card.querySelector(".query").textContent;

for (const card of cards) {
  const button = document.createElement("button");
  Object.assign(button, { className: "copy", type: "button", textContent: "Copy" });
  button.setAttribute("aria-label", "Copy the query to the author");
  card.append(button);
}

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.closest(".copy")) return void copy(queryOf(target.closest(".card")), "Query");
  if (target.closest("a.n")) {
    const id = target.closest("a.n").hash.slice(1);
    const card = byId(id)?.closest(".card") || cardOf.get(id);
    return void setTimeout(() => choose(card));
  }
  const mark = target.closest("mark");
  if (mark && !target.closest("a")) {
    const ids = mark.dataset.f.split(" ");
    const shown = shownCards().filter((one) => ids.includes(one.dataset.f));
    const next = shown[(shown.indexOf(current) + 1) % shown.length];
    choose(next, matchMedia("(max-width: 47rem)").matches ? "card" : "");
  } else if (target.closest(".card") && !target.closest("a, summary, button")) {
    choose(target.closest(".card"), "words");
  }
  for (const open of all(".tools details[open]")) if (!open.contains(target)) open.open = false;
});

/* The strip leads to the nearest mark. */
for (const strip of all(".strip")) {
  strip.addEventListener("click", (event) => {
    const box = strip.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 1000;
    const lane = event.clientY - box.top < box.height / 2 ? "1" : "19";
    const marks = all(`rect[data-to][y="${lane}"]`, strip).filter((one) => !one.classList.contains("off"));
    const far = (one) => Math.abs(Number(one.getAttribute("x")) - x);
    const nearest = marks.reduce((best, one) => (!best || far(one) < far(best) ? one : best), null);
    if (!nearest) return;
    const id = nearest.dataset.to;
    const card = cardOf.get(id);
    if (card) choose(card, "words");
    else byId(id).scrollIntoView({ block: "center" }), (location.hash = id);
  });
}

/* A citation and its entry show that they belong together. */
document.addEventListener("mouseover", (event) => {
  const cite = event.target.closest("a.cite");
  all("a.cite.on, .row.on").forEach((one) => one.classList.remove("on"));
  if (cite) byId(cite.hash.slice(1))?.classList.add("on");
  const row = event.target.closest(".row.reference");
  if (row?.id) all(`a.cite[href="#${row.id}"]`).forEach((one) => one.classList.add("on"));
});

/* Search in the cards; the check boxes work by themselves. */
const search = byId("search");
search.closest("[hidden]")?.removeAttribute("hidden");
search.addEventListener("input", () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const card of cards) {
    const said = card.textContent.toLowerCase(), off = !words.every((word) => said.includes(word));
    if (off === card.classList.contains("off")) continue;
    for (const one of [card, byId(card.dataset.f), ...(rectsOf.get(card.dataset.f) || [])]) one?.classList.toggle("off", off);
  }
  count();
});

function count() {
  const shown = shownCards().length, total = cards.length;
  byId("shown").textContent = shown === total ? "" : `${shown} of ${total} shown`;
}
document.addEventListener("change", count);
all("[data-all]").forEach((button) => button.addEventListener("click", () => {
  all(".panel input[type=checkbox]").forEach((box) => (box.checked = button.dataset.all === "on"));
  count();
}));

const theme = byId("theme");
const toggleTheme = () => {
  const dark = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = dark === "dark" ? "light" : "dark";
};
theme.addEventListener("click", toggleTheme);
byId("copy-all").addEventListener("click", () => {
  const shown = shownCards();
  copy(shown.map((card, index) => `${index + 1}. ${queryOf(card)}`).join("\n"), `${shown.length} queries`);
});
all(".scripted").forEach((one) => one.removeAttribute("hidden"));

const keys = {
  j: () => step(1), k: () => step(-1), t: toggleTheme,
  c: () => current && copy(queryOf(current), "Query"),
  f: () => { const rules = byId("filter"); rules.open = !rules.open; if (rules.open) rules.querySelector("input, button").focus(); },
  "/": () => search.focus(),
  "?": () => (byId("keys").open = !byId("keys").open),
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    all(".tools details[open]").forEach((one) => { one.open = false; one.querySelector("summary").focus(); });
    if (event.target === search) search.blur();
  }
  const typing = event.target.matches("input[type=search], textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
