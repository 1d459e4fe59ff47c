// The date slider of the front page, and the search on every page. Nothing is asked of any other host.
"use strict";

const ROOT = document.documentElement.dataset.root;
const DAY = 864e5;
// Marks set on letters: those that have a class of combination, as the program counts them.
const MARKS = /[\p{Mn}]/gu;

search();
if (document.getElementById("map")) slider();
if (document.getElementById("course")) course();
if (document.querySelector("[data-show]")) chips();
for (const table of document.querySelectorAll("table.sortable")) sortable(table);

function slider() {
  const data = JSON.parse(document.getElementById("spans").textContent);
  const byId = (id) => document.getElementById(id);
  const [range, field, map] = [byId("day"), byId("date"), byId("map")];
  const first = Date.parse(data.first);
  const shapes = [...map.querySelectorAll("[data-state]")];
  const buttons = [...document.querySelectorAll("button[data-day]")];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  const iso = (number) => new Date(first + number * DAY).toISOString().slice(0, 10);
  const spell = (day) => `${+day.slice(8)} ${months[+day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;
  const clamp = (number) => Math.min(Math.max(number, 0), +range.max);
  const numberOf = (day) => Math.round((Date.parse(day) - first) / DAY);

  // Spans are pairs of the day from which a status holds and its number, in order of days.
  function spanOf(state, number) {
    const spans = data.spans[state] || [];
    let at = -1;
    for (let place = 0; place < spans.length && spans[place] <= number; place += 2) at = place;
    if (at < 0) return null;
    return { since: spans[at], status: data.statuses[spans[at + 1]], expected: iso(spans[at]) > data.checked };
  }

  function told(state) {
    const span = spanOf(state, +range.value);
    const status = span ? span.status : "none";
    const since = span && span.since ? `, since ${spell(iso(span.since))}` : "";
    const expected = span && span.expected ? ", expected" : "";
    return `${data.names[state]}: ${data.labels[status]}${since}${expected}`;
  }

  function show(number) {
    const day = iso(number);
    range.value = number;
    field.value = day;
    const counts = {};
    let expected = 0;
    for (const state of Object.keys(data.names)) {
      const span = spanOf(state, number);
      const status = span ? span.status : "none";
      counts[status] = (counts[status] || 0) + 1;
      if (span && span.expected) expected += 1;
    }
    for (const shape of shapes) {
      const span = spanOf(shape.dataset.state, number);
      shape.setAttribute("class", `s s-${span ? span.status : "none"}${span && span.expected ? " expected" : ""}`);
      shape.firstElementChild.textContent = told(shape.dataset.state);
    }
    const parties = data.parties.reduce((sum, status) => sum + (counts[status] || 0), 0);
    const withdrawing = counts["state-party-withdrawing"] || 0;
    counts["state-party"] = parties;
    byId("parties").textContent = parties;
    byId("withdrawing").textContent = withdrawing;
    byId("leaving").hidden = !withdrawing;
    byId("awaited").hidden = !expected;
    byId("striped").hidden = !expected;
    byId("day-told").textContent = spell(day);
    range.setAttribute("aria-valuetext", `${spell(day)}, ${parties} States Parties`);
    for (const entry of document.querySelectorAll(".legend [data-status]")) {
      const number = counts[entry.dataset.status] || 0;
      entry.hidden = !number;
      entry.querySelector("b").textContent = number;
      if (entry.dataset.status !== "state-party-withdrawing") entry.querySelector("span").textContent = data[number === 1 ? "labels" : "plurals"][entry.dataset.status];
    }
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.day === day));
    byId("projected").hidden = day <= data.checked;
    byId("pointed").textContent = "";
  }

  function remember() {
    history.replaceState(null, "", `#on=${iso(+range.value)}`);
  }

  function byMonths(number, months) {
    const day = new Date(first + number * DAY);
    const moved = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
    const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
    moved.setUTCDate(Math.min(day.getUTCDate(), last));
    return clamp(Math.round((moved - first) / DAY));
  }

  function asked() {
    const found = /^#on=(\d{4}-\d{2}-\d{2})$/.exec(location.hash);
    const number = found ? numberOf(found[1]) : NaN;
    if (!Number.isNaN(number)) show(clamp(number));
  }

  range.addEventListener("input", () => show(+range.value));
  range.addEventListener("change", remember);
  range.addEventListener("keydown", (event) => {
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months) return;
    event.preventDefault();
    show(byMonths(+range.value, months));
    remember();
  });
  field.addEventListener("change", () => {
    const number = numberOf(field.value);
    if (Number.isNaN(number)) return;
    show(clamp(number));
    remember();
  });
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(numberOf(button.dataset.day));
      remember();
    });
  }
  map.addEventListener("pointerover", (event) => {
    const state = event.target.dataset && event.target.dataset.state;
    byId("pointed").textContent = state ? told(state) : "";
  });
  map.addEventListener("click", (event) => {
    const state = event.target.dataset && event.target.dataset.state;
    if (state) location.href = `${ROOT}states/${state}.html${location.hash}`;
  });
  window.addEventListener("hashchange", asked);
  show(+range.defaultValue);
  asked();
}

// On a State's page: what it was on another day, in words and in its picture.
function course() {
  const data = JSON.parse(document.getElementById("course").textContent);
  const [field, told] = ["state-date", "state-told"].map((id) => document.getElementById(id));
  const pictures = [...document.querySelectorAll("svg[data-axis]")];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const spell = (day) => `${+day.slice(8)} ${months[+day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;

  function show(day) {
    field.value = day;
    const span = data.spans.filter(([since]) => since <= day).pop();
    const since = span && span[0] > field.min ? `, since ${spell(span[0])}` : "";
    told.textContent = `${spell(day)}: ${span ? span[2] : "no act on record"}${since}`;
    if (span && span[0] > data.checked) told.textContent += ", expected, unless a notice is withdrawn";
    told.className = `status s-${span ? span[1] : "none"}`;
    for (const picture of pictures) move(picture, day);
  }

  function move(picture, day) {
    const [first, last, left, width] = picture.dataset.axis.split(" ");
    const share = (Date.parse(day) - Date.parse(first)) / (Date.parse(last) - Date.parse(first));
    const x = +left + Math.min(Math.max(share, 0), 1) * width;
    const [line, label] = picture.querySelectorAll(".day");
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    label.setAttribute("x", x);
    label.textContent = spell(day);
  }

  function asked() {
    const found = /^#on=(\d{4}-\d{2}-\d{2})$/.exec(location.hash);
    if (found && !Number.isNaN(Date.parse(found[1])) && found[1] >= field.min && found[1] <= field.max) show(found[1]);
  }

  field.addEventListener("change", () => {
    if (!field.value || !field.checkValidity()) return;
    show(field.value);
    history.replaceState(null, "", `#on=${field.value}`);
  });
  window.addEventListener("hashchange", asked);
  show(field.defaultValue);
  asked();
}

// Chips show only the rows of one kind, and hide the sections that have none; #show= remembers which.
function chips() {
  const buttons = [...document.querySelectorAll("[data-show]")];
  const rows = [...document.querySelectorAll("tr[data-kind]")];
  const sections = [...document.querySelectorAll("main section")];

  function show(kind) {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === kind));
    for (const row of rows) row.hidden = Boolean(kind) && row.dataset.kind !== kind;
    for (const section of sections) section.hidden = !section.querySelector("tr[data-kind]:not([hidden])");
  }

  function asked() {
    const found = /^#show=([\w-]*)$/.exec(location.hash);
    if (found && buttons.some((button) => button.dataset.show === found[1])) show(found[1]);
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.show);
      history.replaceState(null, "", `#show=${button.dataset.show}`);
    });
  }
  window.addEventListener("hashchange", asked);
  asked();
}

// A table is sorted by the column whose head is pressed, and the other way when it is pressed again; empty cells last.
function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];

  function value(row, column) {
    const text = row.cells[column].textContent.trim();
    const day = /^\d{1,2} [A-Z][a-z]{2} \d{4}/.exec(text);
    return day ? Date.parse(`${day[0]} UTC`) : text;
  }

  function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") return one - other;
    return String(one).localeCompare(String(other), "en", { numeric: true });
  }

  heads.forEach((head, column) => {
    if (head.querySelector(".unseen")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const turn = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", turn > 0 ? "ascending" : "descending");
      const rows = [...body.rows].map((row) => [value(row, column), row]);
      rows.sort(([one], [other]) => (one === "") - (other === "") || turn * compare(one, other));
      body.append(...rows.map(([, row]) => row));
    });
  });
}

function search() {
  const [input, list, said] = ["search", "found", "search-said"].map((id) => document.getElementById(id));
  const MOST = 8;
  let names = null;
  let chosen = -1;

  function load() {
    const read = (name) => fetch(`${ROOT}${name}`).then((answer) => answer.json());
    names = names || Promise.all([read("names.json"), read("things.json")]).then(([states, things]) => [
      ...states.map(([iso3, title, own]) => ({ iso3, path: `states/${iso3}.html`, title, own })),
      ...things.map(([path, title, what, own]) => ({ path, title, what, own: own.map((name) => [name, title, what.startsWith("territory") ? 6 : 5]) })),
    ]);
    return names;
  }

  // How well a name fits what was typed; the lowest number is the best, null is not at all.
  function fit(key, folded, rank) {
    if (folded === key || (rank === 0 && /^\d+$/.test(key) && folded === key.padStart(3, "0"))) return rank;
    if (rank === 0) return null;
    if (folded.startsWith(key)) return 10 + rank;
    if (` ${folded}`.includes(` ${key}`)) return 20 + rank;
    return key.length > 2 && folded.includes(key) ? 30 + rank : null;
  }

  // Whether a name is within so many slips: a letter left out, added, changed, or changed with its neighbour.
  function near(key, name, most) {
    if (Math.abs(key.length - name.length) > most) return null;
    let [older, old] = [[], [...Array(name.length + 1).keys()]];
    for (let i = 1; i <= key.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= name.length; j += 1) {
        row[j] = Math.min(row[j - 1] + 1, old[j] + 1, old[j - 1] + (key[i - 1] !== name[j - 1]));
        if (i > 1 && j > 1 && key[i - 1] === name[j - 2] && key[i - 2] === name[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return null;
      [older, old] = [old, row];
    }
    return old[name.length] <= most ? old[name.length] : null;
  }

  function slip(key, folded, rank) {
    if (rank === 0 || key.length < 4) return null;
    const most = key.length < 8 ? 1 : 2;
    const slips = [folded, ...folded.split(" ")].map((name) => near(key, name, most)).filter((one) => one !== null);
    return slips.length ? 40 + 10 * Math.min(...slips) + rank : null;
  }

  async function find(text) {
    const key = fold(text);
    if (!key) return [];
    const all = await load();
    const fitting = (how) => all.flatMap((one) => {
      let best = null;
      for (const [folded, name, rank] of one.own) {
        const fits = how(key, folded, rank);
        if (fits !== null && (!best || fits < best.fits)) best = { ...one, name, fits };
      }
      return best ? [best] : [];
    });
    let found = fitting(fit);
    if (found.some((one) => one.fits < 30)) found = found.filter((one) => one.fits < 30);
    if (!found.length) found = fitting(slip);
    const shorter = (a, b) => (a.what && b.what ? a.title.length - b.title.length : 0);
    return found.sort((a, b) => a.fits - b.fits || shorter(a, b) || (a.title < b.title ? -1 : 1)).slice(0, MOST);
  }

  function close() {
    list.hidden = true;
    said.classList.add("unseen");
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    chosen = -1;
  }

  function choose(place) {
    const options = [...list.children];
    if (!options.length) return;
    chosen = (place + options.length) % options.length;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  async function update() {
    const text = input.value;
    const found = await find(text);
    if (text !== input.value) return;
    list.replaceChildren(
      ...found.map(({ iso3, path, title, what, name, fits }, number) => {
        const option = document.createElement("li");
        option.id = `found-${number}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.path = path;
        if (iso3) option.dataset.iso3 = iso3;
        option.textContent = title;
        const more = [name === title ? "" : name, what, fits < 40 ? "" : "did you mean this?"].filter(Boolean);
        if (more.length) {
          const aside = document.createElement("span");
          aside.className = "aside";
          aside.textContent = ` ${more.join(" · ")}`;
          option.append(aside);
        }
        return option;
      }),
    );
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.classList.toggle("unseen", found.length > 0 || !text.trim());
    said.textContent = !text.trim() ? "" : found.length ? `${found.length} found` : "Nothing by that name";
  }

  function go(option) {
    if (option) location.href = ROOT + option.dataset.path;
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", update);
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") return close();
    else if (event.key === "Enter") {
      event.preventDefault();
      if (chosen < 0) await update();
      return go(list.children[Math.max(chosen, 0)]);
    } else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    go(event.target.closest("[data-path]"));
  });
  input.addEventListener("blur", close);
}

// The same as names.fold of the program: no case, accent, punctuation or article.
function fold(name) {
  let plain = name.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  plain = plain.normalize("NFKD").replace(MARKS, "").toLowerCase();
  plain = plain.replace(/['’ʼ`´ʻ.·]/g, "").replace(/&/g, " and ");
  let words = plain.replace(/[^\p{L}\p{N}]/gu, " ").split(" ").filter(Boolean);
  if (words.length > 1 && ["the", "la", "le", "les", "el", "los", "las", "l"].includes(words[0])) words.shift();
  if (words.length > 1 && words[words.length - 1] === "the") words.pop();
  if (words.length > 1) words = words.map((word) => (word === "st" ? "saint" : word));
  return words.join(" ");
}
