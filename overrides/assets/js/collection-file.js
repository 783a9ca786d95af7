/* 摘编 as a file: for another computer (JSON, docs/collection.md), as Markdown, as text, as a Word document;
   loaded when one is made or read. */
(() => {
  "use strict";
  const { download, html, root, say, script } = window.kbShared, { library } = window.kbRecord;
  const FORMS = ["short", "full", "part", "gb"], nameOf = ({ title }) => (title.trim() || "摘编").replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 40);
  const lines = (text) => text.split("\n").filter((line) => line.trim());
  const inGroups = ({ groups, items }) => ["", ...groups].map((group) => [group, items.filter((item) => item.group === group)]).filter(([, some]) => some.length);

  const write = (collection) => download(`${nameOf(collection)}.json`, "application/json", JSON.stringify(Object.assign({ format: "collection", version: 1, library }, collection), null, 1));
  const text = (value, longest) => (typeof value === "string" ? value.slice(0, longest) : "");
  const itemOf = (given) => {
    if (!given || !/^[\w-]+$/.test(given.id) || !/^[\w./-]+\.html$/.test(given.page) || !text(given.text, 1)) return null;
    const cites = {};
    FORMS.forEach((form) => { if (given.cites && text(given.cites[form], 1)) cites[form] = text(given.cites[form], 500); });
    const item = { id: given.id, page: given.page, kind: text(given.kind, 20), text: text(given.text, 1e5), lang: text(given.lang, 20) || html.lang, cites, comment: text(given.comment, 1e5), group: text(given.group, 200) };
    return /^[\w-]+$/.test(given.to || "") ? Object.assign(item, { to: given.to }) : item;
  };
  const parse = (given) => {
    if (given.format !== "collection" || given.version !== 1 || !Array.isArray(given.items)) throw new Error();
    if (given.library !== library) return `这是另一个知识库的摘编：${text(given.library, 40)}`;
    const items = given.items.map(itemOf).filter(Boolean), groups = (Array.isArray(given.groups) ? given.groups : []).map((each) => text(each, 200)).concat(items.map(({ group }) => group));
    return { title: text(given.title, 200), groups: [...new Set(groups)].filter(Boolean), items };
  };
  const read = (file) => new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      try {
        resolve(parse(JSON.parse(reader.result)));
      } catch (error) {
        resolve("不是摘编文件");
      }
    };
    reader.readAsText(file);
  });

  /* Signs that Markdown would take for its own. */
  const escaped = (line) => line.replace(/[\\`*_<>[\]#|~]/g, "\\$&").replace(/^(\s*)(\d+)\./, "$1$2\\.").replace(/^(\s*)([-+])/, "$1\\$2");
  const markdown = (collection, source) => {
    const made = [`# ${escaped(collection.title || "摘编")}`];
    inGroups(collection).forEach(([group, some]) => {
      if (group) made.push(`## ${escaped(group)}`);
      some.forEach((item) => {
        const own = lines(item.text).map(escaped).concat(source(item) ? `——${escaped(source(item))}` : []);
        made.push(own.map((line) => `> ${line}`).join("\n>\n"));
        if (item.comment.trim()) made.push(lines(`批注：${item.comment}`).map(escaped).join("\n\n"));
      });
    });
    download(`${nameOf(collection)}.md`, "text/markdown", `${made.join("\n\n")}\n`);
  };
  const plain = (collection, source) => [collection.title].concat(...inGroups(collection).map(([group, some]) => [group].concat(some.map((item) => (
    [item.text, source(item) && `——${source(item)}`, item.comment.trim() && `批注：${item.comment}`].filter(Boolean).join("\n")))))).filter(Boolean).join("\n\n");
  const copy = (collection, source) => {
    const box = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: plain(collection, source) })), focused = document.activeElement;
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    focused.focus({ preventScroll: true });
    say(done ? "已复制" : "浏览器不让复制，请用 Markdown 或导出");
  };

  /** The paragraphs of a collection in the styles of packs (generator/outputs/packs/word/looks.py). */
  const paragraphs = (collection, source) => {
    const made = lines(collection.title || "摘编").map((line) => ({ style: "PackTitle", words: line }));
    made[made.length - 1].after = 560;
    inGroups(collection).forEach(([group, some]) => {
      if (group) made.push({ style: "Heading1", words: group });
      some.forEach((item) => {
        lines(item.text).forEach((line) => made.push({ style: "PackPassage", words: line, keepNext: true, keepLines: line.length <= 400 }));
        made.push({ style: "PackSource", words: source(item) ? `——${source(item)}` : "", keepNext: !!item.comment.trim() });
        lines(item.comment.trim() && `批注：${item.comment}`).forEach((line) => made.push({ style: "PackNote", words: line }));
      });
    });
    return made;
  };
  const word = (collection, source) => script(`${root}assets/js/word-writer.js`)
    .then(() => window.kbWord.save(nameOf(collection), collection.title || "摘编", paragraphs(collection, source), {}));
  window.kbCollectionFile = { copy, markdown, paragraphs, read, word, write };
})();
