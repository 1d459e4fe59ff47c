// The date slider of the front page, and the search on every page. Nothing is asked of any other host.
"use strict";

const ROOT = document.documentElement.dataset.root;
const DAY = 864e5;
// Marks set on letters: those that have a class of combination, as the program counts them.
const MARKS = /[\p{Mn}]/gu;

search();
if (document.getElementById("map")) slider();
for (const picture of document.querySelectorAll(".newest")) picture.scrollLeft = picture.scrollWidth;

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
    return at < 0 ? null : { since: spans[at], status: data.statuses[spans[at + 1]] };
  }

  function told(state) {
    const span = spanOf(state, +range.value);
    const status = span ? span.status : "none";
    const since = span && span.since ? `, since ${spell(iso(span.since))}` : "";
    const expected = span && iso(span.since) > data.checked ? ", expected" : "";
    return `${data.names[state]}: ${data.labels[status]}${since}${expected}`;
  }

  function show(number) {
    const day = iso(number);
    range.value = number;
    field.value = day;
    const counts = {};
    for (const state of Object.keys(data.names)) {
      const span = spanOf(state, number);
      const status = span ? span.status : "none";
      counts[status] = (counts[status] || 0) + 1;
    }
    for (const shape of shapes) {
      const span = spanOf(shape.dataset.state, number);
      shape.setAttribute("class", `s s-${span ? span.status : "none"}`);
      shape.firstElementChild.textContent = told(shape.dataset.state);
    }
    const parties = data.parties.reduce((sum, status) => sum + (counts[status] || 0), 0);
    byId("parties").textContent = parties;
    byId("day-told").textContent = spell(day);
    range.setAttribute("aria-valuetext", `${spell(day)}, ${parties} States Parties`);
    for (const entry of document.querySelectorAll(".legend [data-status]")) {
      const number = counts[entry.dataset.status] || 0;
      entry.hidden = !number;
      entry.querySelector("b").textContent = number;
      entry.querySelector("span").textContent = data[number === 1 ? "labels" : "plurals"][entry.dataset.status];
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
    if (state) location.href = `${ROOT}states/${state}.html`;
  });
  window.addEventListener("hashchange", asked);
  byId("time").hidden = false;
  byId("fixed").hidden = true;
  show(+range.defaultValue);
  asked();
}

function search() {
  const box = document.querySelector(".search");
  const [input, list, said] = ["search", "found", "search-said"].map((id) => document.getElementById(id));
  const MOST = 8;
  let names = null;
  let chosen = -1;

  function load() {
    names = names || fetch(`${ROOT}names.json`).then((answer) => answer.json());
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

  async function find(text) {
    const key = fold(text);
    if (!key) return [];
    const found = [];
    for (const [iso3, everyday, own] of await load()) {
      let best = null;
      for (const [folded, name, rank] of own) {
        const fits = fit(key, folded, rank);
        if (fits !== null && (!best || fits < best.fits)) best = { iso3, everyday, name, fits };
      }
      if (best) found.push(best);
    }
    return found.sort((a, b) => a.fits - b.fits || (a.everyday < b.everyday ? -1 : 1)).slice(0, MOST);
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
      ...found.map(({ iso3, everyday, name }, number) => {
        const option = document.createElement("li");
        option.id = `found-${number}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.iso3 = iso3;
        option.textContent = everyday;
        if (name !== everyday) {
          const aside = document.createElement("span");
          aside.className = "aside";
          aside.textContent = ` ${name}`;
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
    said.textContent = !text.trim() ? "" : found.length ? `${found.length} found` : "No State by that name";
  }

  function go(option) {
    if (option) location.href = `${ROOT}states/${option.dataset.iso3}.html`;
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
    go(event.target.closest("[data-iso3]"));
  });
  input.addEventListener("blur", close);
  box.hidden = false;
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
