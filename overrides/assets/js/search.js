/* The search box of every page: results as one types, recent searches, the hit marked on its
   page.  The engine is loaded when the box is first used. */
(function () {
  "use strict";
  const data = document.body.dataset, slash = (path) => path && !path.endsWith("/") ? `${path}/` : path || "";
  const root = slash(data.root), folder = slash(data.search) || `${root}search/`;
  const KINDS = { article: "意见", report: "报告", term: "词条", page: "说明" };
  window.kbPlaces = { root, folder };

  let ready;
  const engine = () => ready || (ready = new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = `${root}assets/js/search-engine.js`;
    tag.onload = () => resolve(window.kbEngine);
    tag.onerror = () => { ready = null; reject(new Error(tag.src)); };
    document.head.appendChild(tag);
  }));
  window.kbSearch = (query, options) => engine().then((it) => it.search(query, options));

  /* --- drawing (search-page.js draws with it too) ------------------------------------------ */

  function make(tag, name, ...inside) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...inside.filter(Boolean));
    return made;
  }
  function link(url, ...inside) {
    const made = make("a", "", ...inside);
    made.href = url;
    return made;
  }
  /** The address of a hit, with the words to be marked there. */
  function address({ url, words }) {
    const [page, anchor] = url.split("#");
    return `${page}${words.length ? `?q=${encodeURIComponent(words.slice(0, 5).join(" "))}` : ""}${anchor ? `#${anchor}` : ""}`;
  }
  const snippet = (hit) => make("span", "kb-snippet", ...hit.parts.map((part, i) => i % 2 ? make("mark", "", part) : part));
  const show = (hit) => link(address(hit), snippet(hit), make("small", "", hit.title));
  /** Groups of hits: those that hold the query by kind, then the looser ones. */
  function groups(hits) {
    const named = Object.keys(KINDS).map((kind) => [KINDS[kind], hits.filter((hit) => hit.exact && hit.kind === kind)]);
    const loose = hits.filter((hit) => !hit.exact);
    const apart = [["分散含有各词", ["words", "paragraph"]], ["写法相近", ["variant", "misprint", "most"]]];
    return [...named, ...apart.map(([name, hows]) => [name, loose.filter((hit) => hows.includes(hit.how))])].filter((group) => group[1].length);
  }
  window.kbShow = { engine, make, link, show, groups, KINDS };

  /* --- the box --------------------------------------------------------------------------- */

  const box = document.getElementById("kb-query"), panel = document.getElementById("search-results");
  if (!box) return;
  const status = document.getElementById("kb-search-status");
  let asked = 0, direct = "";

  const recent = {
    get() { try { return JSON.parse(localStorage.getItem("kb-recent")) || []; } catch (error) { return []; } },
    set(list) { try { localStorage.setItem("kb-recent", JSON.stringify(list.slice(0, 8))); } catch (error) { /* no storage: nothing is kept */ } },
    add(query) { if (query) recent.set([query, ...recent.get().filter((each) => each !== query)]); },
  };

  function open(...inside) {
    panel.replaceChildren(...inside.filter(Boolean));
    panel.hidden = !panel.firstChild;
    box.setAttribute("aria-expanded", !panel.hidden);
  }
  const close = () => open();
  const choice = (query) => link(`${root}search.html?q=${encodeURIComponent(query)}`, query);
  const choices = (title, list) => list.length && make("div", "kb-choices", make("b", "", title), ...list);

  function showRecent() {
    const list = recent.get();
    if (!list.length) return close();
    const clear = make("button", "", "清除");
    clear.type = "button";
    clear.onclick = () => { recent.set([]); close(); box.focus(); };
    return open(choices("最近查过", [...list.map(choice), clear]));
  }

  async function update() {
    const query = box.value.trim(), turn = ++asked;
    direct = "";
    if (window.kbShowAll) return query && window.kbShowAll(query);
    if (!query) return showRecent();
    try {
      const it = await engine();
      const [hits, words] = await Promise.all([it.search(query, { limit: 60 }), it.suggest(query)]);
      const near = hits.length ? [] : await it.suggest(query, { near: true });
      if (turn !== asked) return;
      const found = groups(hits), more = hits.complete ? "" : "以上";
      if (hits.length && hits[0].how === "number") direct = address(hits[0]);
      const said = found.map(([name, all]) => `${name} ${all.length} 处${more}`).join("，") || "没有找到";
      const term = (word) => word.url ? link(word.url, word.word) : choice(word.word);
      open(
        choices("词条", words.map(term)),
        ...found.map(([name, all]) => make("section", "", make("h2", "", `${name} `, make("small", "", `${all.length} 处${more}`)), ...all.slice(0, 5).map(show))),
        hits.length ? make("p", "kb-all", link(choice(query).href, "全部结果")) : make("p", "", `没有找到“${query}”。`),
        choices("相近的词条", near.map(term)),
      );
      status.textContent = said;
    } catch (error) {
      open(make("p", "", "检索文件读不出来，请检查 search 文件夹是否完整。"));
    }
  }

  let composing = false;
  box.addEventListener("compositionstart", () => { composing = true; });
  box.addEventListener("compositionend", () => { composing = false; update(); });
  box.addEventListener("input", (event) => { if (!composing && !event.isComposing) update(); });
  box.addEventListener("focus", () => { engine().catch(() => 0); if (panel.hidden) update(); });
  box.form.addEventListener("submit", (event) => {
    recent.add(box.value.trim());
    if (!box.value.trim() || composing) event.preventDefault();
    else if (direct) { event.preventDefault(); location.href = direct; }
  });
  panel.addEventListener("click", (event) => { if (event.target.closest("a")) { recent.add(box.value.trim()); close(); } });
  box.form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const stops = [box, ...panel.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops[at + step]) { event.preventDefault(); stops[at + step].focus(); }
    if (event.key === "Escape" && !panel.hidden) { event.preventDefault(); event.stopPropagation(); box.focus(); close(); }
  });
  document.addEventListener("click", (event) => { if (!box.form.contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if ((event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  /* --- the hit on its page ------------------------------------------------------------------ */

  const words = (new URLSearchParams(location.search).get("q") || "").split(" ").filter(Boolean);
  if (window.kbResults || document.getElementById("kb-search-hits") || !words.length) return;
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  let all = texts.map((text) => text.data).join("");
  for (const word of words) {
    for (let from = all.indexOf(word); from >= 0; from = all.indexOf(word, from + word.length)) cover(from, from + word.length);
  }
  function cover(from, to) {
    let at = 0;
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i], start = Math.max(from, at), end = Math.min(to, at + text.length);
      at += text.length;
      if (start >= end || text.parentNode.className === "kb-found") continue;
      const rest = text.splitText(start - at + text.length), after = rest.splitText(end - start);
      const mark = make("mark", "kb-found");
      rest.replaceWith(mark);
      mark.append(rest);
      texts.splice(i, 1, text, rest, after);
      at -= after.length;
      i += 1;
    }
  }
  const off = make("button", "kb-unmark", "取消标记");
  const unmark = () => {
    document.querySelectorAll("mark.kb-found").forEach((mark) => { mark.replaceWith(...mark.childNodes); });
    place.classList.remove("kb-hit");
    place.normalize();
    off.remove();
    document.removeEventListener("keydown", escape);
  };
  const escape = (event) => { if (event.key === "Escape") unmark(); };
  off.type = "button";
  off.onclick = unmark;
  place.classList.add("kb-hit");
  document.body.append(off);
  document.addEventListener("keydown", escape);
  place.scrollIntoView({ block: "center" });
})();
