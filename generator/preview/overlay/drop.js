/* Files dropped onto any page of the preview: sent one by one, then looked at on 入库. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { ask, fail, make, on, say } = desk, MOST = 200 * 1024 * 1024;
  const veil = make("div", { className: "desk-veil", hidden: true }, make("p", {}, "松手放入这些文件"));
  document.body.append(veil);
  let depth = 0;
  const isFiles = ({ dataTransfer }) => dataTransfer && [...dataTransfer.types].includes("Files");
  const show = (change) => {
    depth = Math.max(0, depth + change);
    veil.hidden = !depth;
  };

  /** Sends files; `each(i, record, error)` is told of every one.  Never fails. */
  desk.send = (files, each = () => {}) => desk.holding([...files].reduce((before, file, i) => before.then(() => {
    if (!file.size) throw Error(`${file.name}：是空的，或者是文件夹；请放入文件本身`);
    if (file.size > MOST) throw Error(`${file.name}：太大，最多 200 MB`);
    say(`正在读 ${file.name}（${i + 1}/${files.length}）…`, "busy");
    return ask("POST", "files", file, { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) });
  }).then((record) => each(i, record, null)).catch((error) => each(i, null, error)), Promise.resolve()));

  on(document, "dragenter", (event) => { if (isFiles(event)) show(1); });
  on(document, "dragleave", (event) => { if (isFiles(event)) show(-1); });
  on(document, "dragover", (event) => { if (isFiles(event)) event.preventDefault(); });
  on(document, "drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth = 0;
    veil.hidden = true;
    const wrong = [], { files } = event.dataTransfer;
    desk.holding(desk.send(files, (i, record, error) => { if (error) wrong.push(error.message); }).then(() => {
      if (desk.filesPage) return desk.filesPage(wrong);
      if (wrong.length === files.length) return fail(Error(wrong.join("；")));
      try { sessionStorage.setItem("desk-wrong", JSON.stringify(wrong)); } catch (error) { /* not said */ }
      return desk.leave("/.desk/files.html");
    }));
  });
})();
