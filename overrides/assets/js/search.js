/* What the search box shows as one types: hits, suggestions, recent searches. */
(() => {
"use strict";
const { asked, button, by, isComposing, load, make, on, pickable, root, save } = window.kbShared;

// --- how hits are drawn, here and on the results page

const KINDS = { article: "", report: "报告", term: "词条", page: "说明" };

const link = (href, ...inside) => make("a", { href }, ...inside);
const LONG = 300; // letters: what is longer goes behind the #, which no server sees or refuses
const ask = (query) => link(`${root}search.html${query.length > LONG ? "#" : "?"}q=${encodeURIComponent(query)}`, query);
const wordLink = ({ url, word }) => link(url, word);
/** Where a hit stands, with what is to be marked there (found.js). */
function address({ url, words, run }) {
  const marked = run ? `run=${run}` : words.length && `q=${encodeURIComponent(words.slice(0, 5).join(" "))}`;
  return marked ? url.replace(/(#|$)/, `?${marked}$1`) : url;
}
const showHit = (hit, others) => make("div", { className: "kb-row", hit }, link(address(hit), make("span", {}, ...hit.parts.map((part, i) => i % 2 ? make("mark", {}, part) : part)), make("small", {}, hit.title + (hit.sentences > 1 ? `，连续${hit.sentences}句` : ""), others && make("small", {}, `　${others}`))));
/** Hits in rows, in the order of their first: those of reports that have the same twelve letters or more are one. */
function foldHits(hits) {
  const rows = [], known = {};
  hits.forEach((hit) => {
    const words = hit.kind === "report" ? hit.text.replace(/[^\w\u3400-\u9fff]/g, "") : "";
    if (words[11] && known[words]) known[words].push(hit);
    else rows.push(known[words] = [hit]);
  });
  return rows;
}
const elsewhere = (row) => row[1] ? `另见于${row.length - 1}处` : "";
const quoted = (query) => `“${query.length > 40 ? `${query.slice(0, 40)}…` : query}”`;
/** What is told where nothing is found, or more than that: a line without its full stop. */
const told = (query, hits) => hits.note || (hits.length ? "" : `没有找到${quoted(query)}`);
/** [name, hits] of what holds the query, by kind; then what is looser, apart. */
function groupHits(hits) {
  const loose = { 各词分散: ["words", "paragraph"], 文字相近: ["variant", "misprint", "most"] };
  return [
    ...Object.keys(KINDS).map((kind) => [KINDS[kind], hits.filter((hit) => hit.exact && hit.kind === kind)]),
    ...Object.keys(loose).map((name) => [name, hits.filter((hit) => !hit.exact && loose[name].includes(hit.how))]),
  ].filter((group) => group[1].length);
}
const hitHeading = (name, count) => make("h2", {}, `${name} `, make("small", {}, `${count} 处`));
const BROKEN = "检索文件读不出来，请检查 search 文件夹是否完整。";

// --- the panel under the box

const { search, suggest, named } = window.kbEngine;
const box = by("kb-query"), panel = by("search-results"), { form } = box;
KINDS.article = box.dataset.base;
let turn = 0;

function recent(added) {
  const list = load("kb-recent", []);
  if (added !== undefined && added.length <= 40) save("kb-recent", added ? [added, ...list.filter((each) => each !== added)].slice(0, 8) : []);
  return list;
}
function open(...inside) {
  panel.textContent = "";
  panel.append(...inside.filter(Boolean));
  pickable(panel);
  panel.hidden = !inside.length;
}
const choices = (title, list) => list.length && make("p", { className: "kb-choices" }, `${title} `, ...list);

async function update() {
  const query = box.value.trim(), mine = ++turn;
  if (window.kbShowAll) return query && window.kbShowAll(query);
  if (!query) {
    const list = recent().map(ask);
    return list.length ? open(choices("最近查过", [...list, button("清除", () => { recent(""); open(); box.focus(); })])) : open();
  }
  try {
    const hits = await search(query, { quick: true }), words = await suggest(query), near = hits.length || hits.note ? [] : await suggest(query, true);
    if (mine !== turn) return;
    const found = groupHits(hits), count = (all) => hits.complete ? all.length : `${all.length}+`, note = told(query, hits);
    open(
      note && make("p", {}, `${note}。`),
      choices("词条", words.filter((word) => !word.title).map(wordLink)),
      choices("标题", words.filter((word) => word.title).map(wordLink)),
      ...found.map(([name, all]) => make("section", {}, hitHeading(name, count(all)), ...foldHits(all).slice(0, 5).map((row) => showHit(row[0], elsewhere(row))))),
      hits.length && make("p", {}, Object.assign(ask(query), { textContent: "全部结果" })),
      choices("相近的词条", near.map(wordLink)),
    );
    by("kb-search-status").textContent = found.map(([name, all]) => `${name} ${count(all)} 处`).join("，") || note;
  } catch (error) {
    open(make("p", {}, BROKEN));
  }
}

/** Goes to the article that a query names, else to all results. */
window.kbFind = async (query) => {
  recent(query);
  const [article] = await named(query).catch(() => []);
  if (window.kbShowAll && !article) window.kbShowAll(query);
  else location.href = article ? article.url : ask(query).href;
};

on(box, "input compositionend", (event) => event.isComposing || update());
on(box, "focus", () => panel.hidden && update());
on(panel, "click", (event) => {
  if (!event.target.closest("a")) return;
  if (box.value.trim()) recent(box.value.trim());
  if (panel.matches(".kb-results")) open();
});
on(form, "keydown", (event) => {
  const stops = [box, ...panel.querySelectorAll("a, button:not(.kb-pick)")], step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step && !event.isComposing && stops[stops.indexOf(document.activeElement) + step];
  if (next) { event.preventDefault(); next.focus(); }
  if (event.key === "Escape" && !event.isComposing && !panel.hidden) { event.preventDefault(); event.stopPropagation(); box.focus(); open(); }
});
on(document, "click focusin", ({ target }) => panel.hidden || form.contains(target) || open());
if (document.activeElement === box && !isComposing()) update(); // typed while this was on its way

Object.assign(window.kbShared, { KINDS, BROKEN, groupHits, hitHeading, address, elsewhere, foldHits, showHit, told, quoted, wordLink });
})();
