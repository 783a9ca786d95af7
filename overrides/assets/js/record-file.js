/* The reader's record as a file, loaded when one is made or read; of two different notes both stay. */
(() => {
  "use strict";
  const { download } = window.kbShared, { articles, sentences, library, changed } = window.kbRecord;

  const write = () => download("学习记录.json", "application/json", JSON.stringify({ library, version: 1, articles, sentences }, null, 1));
  const merge = (file) => {
    if (file.version !== 1) throw new Error();
    if (file.library !== library) return "这是另一个知识库的记录";
    const found = Object.entries(file.articles).filter(([id, one]) => /^[a-z][a-z0-9-]*-\d+$/.test(id) && one);
    found.forEach(([id, one]) => {
      const here = articles[id] = articles[id] || {}, notes = [here.note, one.note].filter((each) => each && typeof each === "string");
      if (one.mark === true) here.mark = true;
      if (one.read === true) here.read = true;
      if (notes.length) here.note = [...new Set(notes)].join("\n");
    });
    const noted = Object.entries(file.sentences || {}).filter(([id, one]) => /^[\w-]+$/.test(id) && one && typeof one.words === "string" && /^[\w./-]+\.html$/.test(one.page));
    noted.forEach(([id, one]) => {
      const here = sentences[id] || { words: one.words, lang: String(one.lang || ""), page: one.page, from: String(one.from || "") };
      const notes = [here.note, one.note].filter((each) => each && typeof each === "string");
      if (one.mark === true) here.mark = true;
      if (notes.length) here.note = [...new Set(notes)].join("\n");
      if (here.mark || here.note) sentences[id] = here;
    });
    changed();
    return `已导入${found.length}条${noted.length ? `、${noted.length}句` : ""}的记录`;
  };
  const read = (file) => new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      try {
        resolve(merge(JSON.parse(reader.result)));
      } catch (error) {
        resolve("不是学习记录文件");
      }
    };
    reader.readAsText(file);
  });
  window.kbRecordFile = { read, write };
})();
