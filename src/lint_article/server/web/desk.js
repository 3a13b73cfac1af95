"use strict";
const byId = (id) => document.getElementById(id);
const KEYS = "manuscripts";
const BESIDE = /\.(bib|ris|bbl|ya?ml|json)$/i;
const TEX = /\.(tex|ltx)$/i;
const STAGES = {
  reading: "Reading", grammar: "Checking the grammar", rules: "Checking citations, references and words",
};
const limit = Number(document.body.dataset.limit);
const say = (text) => { byId("said").textContent = text; };
const trouble = (text) => { byId("trouble").textContent = text; };
const keys = () => JSON.parse(sessionStorage.getItem(KEYS) || "[]");
const keep = (list) => sessionStorage.setItem(KEYS, JSON.stringify(list));
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/* Which of the files are manuscripts, and which go with them. */
async function sorted(files) {
  const beside = [], manuscripts = [];
  const tex = files.filter((one) => TEX.test(one.name));
  for (const file of files) {
    const part = tex.length > 1 && TEX.test(file.name) && !(await file.text()).includes("\\documentclass");
    (part || BESIDE.test(file.name) ? beside : manuscripts).push(file);
  }
  return manuscripts.length ? [manuscripts, beside] : [files, []];
}

async function take(files) {
  trouble("");
  if (!files.length) return;
  const [manuscripts, beside] = await sorted([...files]);
  const rows = manuscripts.toReversed().map((one) => addRow(one.name)).toReversed();
  const sent = manuscripts.map((one, number) => send(rows[number], [one, ...beside]));
  const done = (await Promise.all(sent)).filter(Boolean);
  if (manuscripts.length === 1 && done.length === 1) location.assign(`manuscripts/${done[0]}/review`);
}

/* One manuscript: sent, asked after until it is done, shown. Each returns its key if all went well. */
async function send(row, files) {
  if (files.reduce((sum, one) => sum + one.size, 0) > limit) {
    return fail(row, `It is larger than ${Math.floor(limit / 1e6)} MB.`);
  }
  const head = JSON.stringify(files.map((one) => [one.name, one.size])) + "\n";
  const request = new XMLHttpRequest();
  row.request = request;
  const answer = await new Promise((resolve) => {
    request.open("POST", "manuscripts");
    request.responseType = "json";
    request.upload.onprogress = (event) => show(row, `Sending, ${Math.round((event.loaded / event.total) * 100)} %`, event.loaded / event.total);
    request.onload = () => resolve(request.response || {});
    request.onerror = () => resolve({ error: "The server does not answer. Is it still running?" });
    request.onabort = () => resolve({});
    request.send(new Blob([head, ...files]));
  });
  if (!answer.key) return row.element.isConnected ? fail(row, answer.error || "The server refused it.") : undefined;
  row.key = answer.key;
  keep([...keys(), answer.key]);
  return follow(row);
}

async function follow(row) {
  const since = Date.now();
  for (let wait = 100; row.element.isConnected; wait = Math.min(wait * 1.3, 1000)) {
    const state = await ask(row.key);
    if (!row.element.isConnected) return undefined;
    if (state.error) return fail(row, state.error);
    if (state.stage === "done") return finish(row, state);
    const seconds = Math.round((Date.now() - since) / 1000);
    const words = state.stage === "waiting" ? (state.ahead ? `Waiting; ${plural(state.ahead, "manuscript")} before it` : "Waiting") : STAGES[state.stage];
    show(row, seconds > 1 ? `${words} · ${seconds} s` : words);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return undefined;
}

async function ask(key) {
  try {
    return await (await fetch(`manuscripts/${key}`)).json();
  } catch {
    return { error: "The server does not answer. Is it still running?" };
  }
}

/* What is shown of one. */
function addRow(name) {
  const element = byId("one").content.firstElementChild.cloneNode(true);
  const row = { element, name };
  element.querySelector(".name").textContent = name;
  element.querySelector("progress").setAttribute("aria-label", `Progress of ${name}`);
  element.querySelector(".forget").setAttribute("aria-label", `Forget ${name}`);
  element.querySelector(".forget").addEventListener("click", () => forget(row));
  byId("list").prepend(element);
  byId("results").hidden = false;
  show(row, "Sending");
  return row;
}

function show(row, words, part) {
  const bar = row.element.querySelector("progress");
  if (part === undefined || part === 1) bar.removeAttribute("value");
  else bar.value = part;
  row.element.querySelector(".stage").textContent = words;
}

function fail(row, words) {
  row.element.classList.add("failed");
  show(row, words);
  say(`${row.name}: ${words}`);
}

function finish(row, state) {
  const element = row.element;
  const counts = Object.entries(state.counts).reverse().filter(([, count]) => count);
  element.querySelector(".work").hidden = true;
  element.querySelector(".result").hidden = false;
  for (const [kind, count] of counts.length ? counts : [["none", 0]]) {
    const item = document.createElement("li");
    item.className = kind;
    item.textContent = count ? plural(count, kind) : "No findings";
    element.querySelector(".counts").append(item);
  }
  element.querySelector(".open a").href = `manuscripts/${row.key}/review`;
  element.querySelector(".open a").setAttribute("aria-label", `Open the review of ${row.name}`);
  state.files.forEach((label, number) => {
    const link = Object.assign(document.createElement("a"), { href: `manuscripts/${row.key}/files/${number}`, textContent: label });
    const item = document.createElement("li");
    item.append(link);
    element.querySelector(".files ul").append(item);
  });
  say(`${row.name} is checked: ${counts.map(([kind, count]) => plural(count, kind)).join(", ") || "no findings"}`);
  return row.key;
}

function forget(row) {
  row.element.remove();
  row.request?.abort();
  byId("results").hidden = !byId("list").children.length;
  if (row.key) {
    keep(keys().filter((one) => one !== row.key));
    fetch(`manuscripts/${row.key}`, { method: "DELETE" });
  }
  byId("file").focus();
}

/* Where files come from: dropped anywhere on the page, chosen, or pasted. */
addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("over"); });
addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("over"); });
addEventListener("drop", (event) => { event.preventDefault(); document.body.classList.remove("over"); take(event.dataTransfer.files); });
addEventListener("paste", (event) => take(event.clipboardData.files));
byId("file").addEventListener("change", (event) => { take(event.target.files).finally(() => { event.target.value = ""; }); });

/* What this tab has dropped before is still there, unless the server has forgotten it. */
(async () => {
  for (const key of keys()) {
    const state = await ask(key);
    if (state.name) follow(Object.assign(addRow(state.name), { key }));
    else keep(keys().filter((one) => one !== key));
  }
})();
