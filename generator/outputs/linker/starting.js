/* 知识库条文链接：网页里写上 <script src="…/linker/linker.js" charset="utf-8" defer></script> 就行，用法见同一文件夹的 index.html。
   Settings are attributes of that script: data-within (a selector: only there), data-names="full" (a bare 《意见》 only
   where the page has its whole title), data-look (light, dark), data-library (where the library is). */
const own = document.currentScript, folder = own.src.replace(/[^/]*$/, "");
const setting = { within: own.dataset.within || "", strict: own.dataset.names === "full", look: own.dataset.look || "", library: (own.dataset.library || `${folder}..`).replace(/\/*$/, "/") };
const coming = new Map(), handed = new Map();
let documents = [], folds = null, foldable = null;

/** Each file that stands beside this one hands over its content by this name. */
window.kbLinker = (name, content) => {
  handed.set(name, content);
  if (coming.has(name)) coming.get(name).done(content);
};
/** Promises the content of a file beside this one. */
function load(name) {
  if (handed.has(name)) return Promise.resolve(handed.get(name));
  if (!coming.has(name)) {
    const one = {};
    one.promise = new Promise((done, fail) => {
      one.done = done;
      const tag = document.createElement("script");
      tag.charset = "utf-8";
      if (own.nonce) tag.nonce = own.nonce;
      tag.onerror = () => { coming.delete(name); fail(new Error(name)); };
      tag.onload = () => tag.parentNode && tag.parentNode.removeChild(tag);
      tag.src = `${folder}${name}.js`;
      document.head.append(tag);
    });
    coming.set(name, one);
  }
  return coming.get(name).promise;
}
/** A document of the table, ready to be asked: whether it has an article, in which file that stands, where its page is. */
function opened(row) {
  const { count, more, names } = row, index = new Map();
  for (let n = 1; n <= count; n++) index.set(`${n}`, n - 1);
  more.forEach(([path, at]) => index.set(path, at));
  return { ...row, has: (path) => index.has(path), placeOf: (path) => index.get(path), nameOf: (path) => names[index.get(path)] || `第${path.split("-").map((n) => numeralOf(Number(n))).join("条之")}${path.includes("-") ? "" : "条"}` };
}
function numeralOf(value) {
  const digits = "零一二三四五六七八九";
  let written = "";
  [[1000, "千"], [100, "百"], [10, "十"], [1, ""]].forEach(([unit, name]) => {
    const digit = Math.floor(value / unit) % 10;
    if (digit) written += digits[digit] + name; else if (written && value % unit && !written.endsWith("零")) written += "零";
  });
  return written.startsWith("一十") ? written.slice(1) : written;
}
/** Promises what the box shows of a reference: the articles that it names, each once. */
function articlesOf({ document: named, targets }) {
  const paths = targets.map(({ path }) => path).filter((path, at, every) => every.indexOf(path) === at).slice(0, MOST_SHOWN);
  return Promise.all(paths.map((path) => {
    const at = named.placeOf(path), shard = named.shards.filter(([first]) => first <= at).pop();
    return load(shard[1]).then((rows) => {
      const [heading, text, units] = rows[`${named.id} ${at}`];
      const marks = targets.filter((each) => each.path === path && (each.paragraph || each.item)).map(({ paragraph, item }) => units.find(([k, x]) => k === (paragraph || 1) && x === item) || (item && !paragraph && units.find(([, x]) => x === item))).filter(Boolean).map(([, , start, end]) => [start, end]).sort((a, b) => a[0] - b[0]);
      return { name: named.nameOf(path), heading, text, marks, page: named.pages.replace("*", path) };
    });
  }));
}

const KNOWN = /《[^《》\n]{4,60}》(?:[^《》\n]{0,40}简称[^\n]{0,40})?/g, MOST_KNOWN = 20000;
let known = ""; // documents that the page names, and what it calls them: what a 《条例》 loaded later may mean
/** Reads the page below the elements given, and marks what it names. */
function mark(tops) {
  const read = tops.map(readText).map(({ text, pieces }) => ({ text: text.replace(foldable, (letter) => folds.get(letter)), pieces }));
  read.forEach(({ text }) => all(KNOWN, text).forEach(([words]) => { if (known.length < MOST_KNOWN && !known.includes(words)) known += `${words}\n`; }));
  const before = `${document.title.replace(/\s+/g, " ").replace(foldable, (letter) => folds.get(letter))}\n${known}`;
  read.forEach(({ text, pieces }) => {
    if (!/[第《〈]/.test(text)) return;
    const found = namedIn(before + text, documents, setting.strict).filter(({ start }) => start >= before.length);
    markFound(found.map((one) => ({ ...one, start: one.start - before.length, end: one.end - before.length, number: one.number - before.length })), pieces);
  });
}
const places = () => setting.within ? [...document.querySelectorAll(setting.within)].filter((each, at, every) => !every.some((other) => other !== each && other.contains(each))) : [document.body];

/** What the page changes later is read again: what has changed, together, and never more than a twentieth of the time. */
function watch() {
  const changed = new Set();
  let timer = 0, pause = 200;
  const observer = new MutationObserver((records) => {
    records.forEach(({ type, target, removedNodes }) => {
      if (type === "characterData") {
        const ref = target.parentElement && target.parentElement.closest("kb-ref");
        if (ref) { while (ref.firstChild) ref.parentNode.insertBefore(ref.firstChild, ref); ref.remove(); }
        forgetCuts(target);
      } else removedNodes.forEach((node) => { if (node.nodeType === 3 && !node.isConnected) forgetCuts(node); });
      const block = blockOf(target);
      if (block) changed.add(block);
    });
    if (changed.size && !timer) timer = setTimeout(again, pause);
  });
  const start = () => observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  const again = () => {
    const began = performance.now(), within = places();
    timer = 0;
    let tops = [...changed].filter((each) => each.isConnected);
    changed.clear();
    tops = tops.length > 40 ? within : tops.filter((each) => !tops.some((other) => other !== each && other.contains(each)));
    tops = tops.reduce((found, top) => found.concat(within.some((each) => each.contains(top)) ? top : within.filter((each) => top.contains(each))), []);
    mark(tops);
    observer.takeRecords();
    pause = Math.max(200, 20 * (performance.now() - began));
  };
  start();
}
/** The nearest element around a node that begins a line of its own. */
function blockOf(node) {
  let found = node.nodeType === 1 ? node : node.parentElement;
  while (found && found.parentElement && INLINE.has(found.localName)) found = found.parentElement;
  return found && !found.closest("kb-ref-box") ? found : null;
}

function begin() {
  if (document.designMode === "on") return;
  load("linker-data").then((table) => {
    folds = new Map(table.folds.map((pair) => [...pair]));
    foldable = new RegExp(`[${[...folds.keys()].join("")}]`, "g");
    documents = table.documents.map(opened);
    setUp();
    mark(places());
    listen();
    watch();
  }).catch(() => {}); // without the table the page stays as it was
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
