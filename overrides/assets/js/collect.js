/* 摘编: what a reader has gathered, kept in this browser.  Loaded when something is first gathered, and by
   the page that lists it (collection.js).  A collection is {title, groups, items: [{id, to, page, kind,
   text, lang, cites, comment, group}]}, in order; its file: docs/collection.md. */
(() => {
  "use strict";
  const { all, article, html, kept, load, root, save, say, script, texts } = window.kbShared, { library } = window.kbRecord;
  const key = `kb-collection ${library}`, EMPTY = { title: "", groups: [], items: [] }, shown = [];
  let here = null; // where the browser keeps nothing

  const read = () => here || Object.assign({}, EMPTY, load(key));
  const write = (collection) => {
    const done = kept(save(key, collection));
    here = done ? null : collection;
    shown.forEach((act) => act());
    return done;
  };

  // --- what a thing on a page says, and where that stands

  const ASIDE = "rt, rp, button, small, .sign, .kb-apart, .tip, .who";
  const words = (element) => {
    const copy = element.cloneNode(true);
    all(ASIDE, copy).forEach((each) => each.remove());
    all("br", copy).forEach((each) => each.replaceWith("\n"));
    return copy.textContent.trim();
  };
  const base = new URL(root || "./", location.href).pathname;
  /** A page from the root of the pages; of a volume it may lie beside that. */
  const pageOf = (path) => {
    let up = "", from = base;
    while (!path.startsWith(from)) {
      from = from.replace(/[^/]+\/$/, "");
      up += "../";
    }
    return up + decodeURI(path.slice(from.length));
  };
  const linked = (link) => ({ id: decodeURIComponent(link.hash.slice(1)), page: pageOf(link.pathname) });
  const titled = (title) => (/^[《［]/.test(title) ? title : `《${title}》`);

  function sentences(some) {
    const { exact, source } = window.kbCopying, [first] = some, last = some[some.length - 1];
    const blocks = some.map((each) => each.closest("p, h1, h2, h3, .para"));
    const text = some.map((each, i) => (i && blocks[i] !== blocks[i - 1] ? "\n" : "") + exact(each)).join("");
    const own = texts(first), others = texts(last), cites = {};
    ["short", "full", "part", "gb"].forEach((form) => { cites[form] = source(own[0], others[others.length - 1], form); });
    return Object.assign({ id: first.id, page: pageOf(location.pathname), kind: "sentence", text, cites }, first === last ? {} : { to: last.id });
  }
  /** How an article is cited on its own page, in every form. */
  const ownCites = ({ citeDoc, citeFull, citeEntry, citeName, citePart }) => ({
    short: citeDoc + citeName, full: citeFull + citeName, part: citeDoc + (citePart || "") + citeName, gb: `${citeEntry}: ${citeName}.`,
  });
  /* Readings side by side under 校, or in the row of a table; the one that was chosen comes first. */
  function variant(thing) {
    const cells = all("td.words", thing), others = cells.length ? all("div", cells[1]) : [];
    const readings = cells.length ? [cells[0], ...others].map((each) => [each.querySelector("small").textContent, words(each)])
      : all("dt", thing).map((name) => [name.firstChild.textContent.trim(), words(name.nextElementSibling)]);
    const cites = article ? ownCites(article.dataset) : { short: `${words(document.querySelector("h1"))}，${words(thing.parentNode.querySelector("th"))}` };
    return { id: thing.id, page: pageOf(location.pathname), kind: "variant", text: readings.map(([name, text], i) => `${name}${i ? "" : "（取）"}：${text}`).join("\n"), cites };
  }
  /* Who must do it, where that stands earlier in the sentence and not in these words. */
  const who = (link) => {
    const named = link.querySelector(".who");
    return named ? `责任主体：${named.textContent.replace(/^（|）$/g, "")}` : "";
  };
  function duty(thing) {
    const link = thing.querySelector("a"), name = link.getAttribute("aria-label");
    if (!link.matches(".no")) return { id: linked(link).id, page: pageOf(location.pathname), kind: "duty", text: words(link), cites: ownCites(article.dataset), comment: who(link) };
    return Object.assign(linked(link), { kind: "duty", text: words(link.nextElementSibling), cites: { short: thing.dataset.doc + name } });
  }
  async function passage(thing) {
    const { at } = thing.dataset, named = thing.closest("[data-title]"), title = named && named.dataset.title; // where several reports have it, that whose words these are
    const link = at ? Object.assign(document.createElement("a"), { href: at }) : thing.querySelector(".from a"), text = words(thing.querySelector("blockquote"));
    const item = Object.assign(linked(link), { kind: "passage", text: text.replace(/^…|…$/g, ""), cites: { short: titled(title || words(link)) } });
    if (item.text === text) return item;
    try {
      const { engine, standing } = await checking(), found = await standing(Object.assign({ lang: html.lang }, item), engine, pageOf);
      return found && found.page === item.page ? Object.assign(item, { id: found.id, text: found.text }) : item;
    } catch (error) {
      return item; // the words that are shown
    }
  }
  const hit = ({ hit: { id, kind, text, title, url } }) => {
    const link = new URL(url, location.href);
    return { id, page: pageOf(link.pathname), kind: { article: "sentence", report: "sentence" }[kind] || kind, text, cites: { short: kind === "report" ? titled(title) : title } };
  };
  const itemOf = (thing) => {
    if (Array.isArray(thing)) return sentences(thing);
    if (thing.hit) return hit(thing);
    if (thing.matches(".passage")) return passage(thing);
    return thing.matches(".variant, .edit") ? variant(thing) : duty(thing);
  };

  /** Loads what finds where words stand (collection-check.js). */
  const checking = async () => {
    if (!window.kbEngine) await script(`${root}assets/js/search-engine.js`);
    if (!window.kbStanding) await script(`${root}assets/js/collection-check.js`);
    return { engine: window.kbEngine, standing: window.kbStanding };
  };

  /** Puts a thing of the page, or a ready item, into the collection, once. */
  async function add(thing) {
    const item = thing.text && thing.cites ? thing : await itemOf(thing);
    if (!item.text) {
      say("这里没有可摘的字句");
      return null;
    }
    const collection = read(), known = collection.items.some((each) => each.id === item.id && each.text === item.text);
    if (!known) collection.items.push(Object.assign({ comment: "", group: "", lang: html.lang }, item));
    if (known || write(collection)) say(`${known ? "摘编里已经有了" : "已摘入摘编"}，共${collection.items.length}处`);
    return item;
  }
  window.kbCollect = { add, checking, pageOf, read, shown, write, EMPTY };
})();
