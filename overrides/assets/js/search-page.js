/* The results page, search.html?q=...: all hits, filters, the table to download. */
document.addEventListener("DOMContentLoaded", () => {
  "use strict";
  const { engine, make, show, link, groups, KINDS } = window.kbShow, STEP = 200;
  const box = document.getElementById("kb-query"), list = document.getElementById("kb-search-hits");
  const summary = document.getElementById("kb-search-summary"), filters = document.querySelector(".kb-search-filters");
  const { kind, article } = filters.elements, asked = new URLSearchParams(location.search);
  let hits = [], turn = 0;
  document.getElementById("search-results").remove();
  list.id = "search-results"; // here the page itself is the list of results

  window.kbShowAll = async (query) => {
    const mine = ++turn;
    try {
      const options = { kind: kind.value, article: article.value }, it = await engine();
      const found = await it.search(query, options);
      const near = found.length ? [] : await it.suggest(query, { near: true });
      if (mine !== turn) return;
      hits = found;
      const all = groups(hits), query_ = new URLSearchParams({ q: query });
      Object.keys(options).forEach((name) => options[name] && query_.set(name, options[name]));
      try { history.replaceState(null, "", `?${query_}`); } catch (error) { /* the address stays as it was */ }
      document.title = `${query} · 检索`;
      summary.textContent = hits.length ? `“${query}”：${all.map(([name, some]) => `${name} ${some.length} 处`).join("，")}` : `没有找到“${query}”。`;
      list.replaceChildren(...all.map(([name, some]) => group(name, some)), ...near.map((word) => make("p", "", "相近的词条：", link(word.url || `?q=${encodeURIComponent(word.word)}`, word.word))));
    } catch (error) {
      summary.textContent = "检索文件读不出来，请检查 search 文件夹是否完整。";
    }
  };

  function group(name, some) {
    const rows = make("ol", ""), more = make("button", "", "再显示一些");
    let shown = 0;
    const add = () => {
      rows.append(...some.slice(shown, shown += STEP).map((hit) => make("li", "", show(hit))));
      more.hidden = shown >= some.length;
    };
    more.type = "button";
    more.onclick = add;
    add();
    return make("section", "", make("h2", "", `${name} `, make("small", "", `${some.length} 处`)), rows, more);
  }

  /** A cell that no spreadsheet takes for a formula. */
  const cell = (text) => `"${String(text).replace(/^(?=\s*[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  document.getElementById("kb-csv").onclick = () => {
    const rows = [["类别", "出处", "编号", "原句", "含原词"], ...hits.map((hit) => [KINDS[hit.kind], hit.title, hit.id, hit.text || hit.snippet, hit.exact ? "是" : "否"])];
    const file = new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
    const save = link(URL.createObjectURL(file), "");
    save.download = "检索结果.csv";
    save.click();
    setTimeout(() => URL.revokeObjectURL(save.href), 1000);
  };
  document.getElementById("kb-print").onclick = () => window.print();
  filters.onchange = () => box.value.trim() && window.kbShowAll(box.value.trim());
  engine().then((it) => it.articles()).then((bases) => {
    for (const base of bases) article.append(...base.articles.map(([id, , , name, heading]) => new Option(`${base.names[0]}${name} ${heading.slice(0, 14)}`, id)));
    filters.hidden = false;
    kind.value = asked.get("kind") || "";
    article.value = asked.get("article") || "";
    box.value = asked.get("q") || "";
    if (box.value.trim()) window.kbShowAll(box.value.trim()); else box.focus();
  }).catch(() => { summary.textContent = "检索文件读不出来，请检查 search 文件夹是否完整。"; });
});
