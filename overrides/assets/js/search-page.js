/* The results page, search.html?q=...: all hits, filters, the table to download. */
(() => {
"use strict";
const { KINDS, BROKEN, asked, button, by, download, groupHits, hitHeading, make, quoted, rename, showHit, told, wordLink } = window.kbShared;
const engine = window.kbEngine;
const box = by("kb-query"), list = by("kb-search-hits"), summary = by("kb-search-summary"), filters = document.querySelector(".kb-search-filters");
const { kind, article } = filters.elements;
let hits = [], turn = 0;
by("search-results").remove();
list.id = "search-results"; // here the page itself is the list of results

window.kbShowAll = async (query) => {
  const mine = ++turn, options = { kind: kind.value, article: article.value };
  try {
    const found = await engine.search(query, options), near = found.length || found.note ? [] : await engine.suggest(query, true);
    if (mine !== turn) return;
    hits = found;
    const all = groupHits(hits), address = new URLSearchParams(Object.assign({ q: query }, options));
    if (query.length < 300) rename(`?${address}`);
    const note = told(query, found);
    summary.textContent = (note && `${note}。`) + (all.length ? `${quoted(query)}：${all.map(([name, some]) => `${name} ${some.length} 处`).join("，")}` : "");
    list.textContent = near.length ? "相近的词条：" : "";
    list.append(...all.map(group), ...near.map((word) => make("p", {}, wordLink(word))));
  } catch (error) {
    summary.textContent = BROKEN;
  }
};

function group([name, some]) {
  const rows = make("ol"), more = button("再显示一些", add);
  let shown = 0;
  function add() {
    rows.append(...some.slice(shown, shown += 200).map((hit) => make("li", {}, showHit(hit))));
    more.hidden = shown >= some.length;
  }
  add();
  return make("section", {}, hitHeading(name, some.length), rows, more);
}

/** A cell that no spreadsheet takes for a formula. */
const cell = (text) => `"${text.replace(/^(?=\s*[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
by("kb-csv").onclick = () => {
  const rows = [["类别", "出处", "编号", "原句", "含原词"], ...hits.map((hit) => [KINDS[hit.kind], hit.title, hit.id, hit.text, hit.exact ? "是" : "否"])];
  download("检索结果.csv", "text/csv", "\ufeff", ...rows.map((row) => `${row.map(cell).join(",")}\r\n`));
};
by("kb-print").onclick = () => print();
filters.onchange = () => box.value.trim() && window.kbShowAll(box.value.trim());
engine.articles().then((bases) => {
  kind.append(...Object.keys(KINDS).map((each) => new Option(KINDS[each], each)));
  for (const { names, articles } of bases) article.append(...articles.map(([id, , , name, text]) => new Option(`${names[0]}${name} ${text.slice(0, 14)}`, id)));
  filters.hidden = false;
  const behind = new URLSearchParams(location.hash.slice(1)); // a passage stands behind the #
  for (const field of [box, kind, article]) field.value = asked.get(field.name) || behind.get(field.name) || "";
  if (box.value) window.kbShowAll(box.value.trim()); else box.focus();
}).catch(() => { summary.textContent = BROKEN; });
})();
