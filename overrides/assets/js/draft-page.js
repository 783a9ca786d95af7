/* 核稿: takes a text that is pasted or in a file, has it checked, and goes from note to note by keys.
   Nothing is sent or kept; what checks is loaded when it is first asked for. */
(() => {
  "use strict";
  const { all, by, on, root, say, script, stay } = window.kbShared;
  const form = by("draft-form"), area = by("draft-text"), told = by("draft-told"), file = by("draft-file"), MOST = 20 * 1024 * 1024;
  const scripts = `${root}assets/js/`;
  let coming;
  const engine = () => coming = coming || script(`${scripts}draft.js`).catch((error) => { coming = null; throw error; });
  const tell = (words) => { told.textContent = words; };

  /** The words of a Word file, a line for each paragraph; what was deleted under 修订 is left out. */
  const wordsOf = (xml) => {
    const read = new DOMParser().parseFromString(xml, "application/xml");
    if (read.querySelector("parsererror")) throw Error("xml");
    const lines = [], W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    for (const paragraph of read.getElementsByTagNameNS(W, "p")) {
      let words = "";
      for (const each of paragraph.getElementsByTagNameNS(W, "*")) {
        let own = each;
        while (own !== paragraph && own.localName !== "p" && own.localName !== "txbxContent") own = own.parentNode;
        if (own !== paragraph) continue;
        if (each.localName === "t") words += each.textContent;
        else if (each.localName === "br" || each.localName === "cr") words += "\n";
        else if (each.localName === "tab" && each.parentNode.localName === "r") words += "\t";
      }
      lines.push(words);
    }
    return lines.join("\n");
  };
  const decoded = (buffer) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
    } catch (error) {
      const bytes = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength)), wide = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.join()];
      return new TextDecoder(wide || "gb18030").decode(buffer);
    }
  };
  const bytesOf = (chosen) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsArrayBuffer(chosen);
  });
  const read = async (chosen) => {
    if (chosen.size > MOST) return tell("文件太大，读不了；稿子不超过20MB");
    const buffer = await bytesOf(chosen), word = /\.(?:docx|docm)$/i.test(chosen.name);
    if (/\.(?:doc|wps|pdf|rtf|ofd)$/i.test(chosen.name)) return tell("这里读不了这种文件；请另存为 docx 或 txt");
    try {
      if (word) {
        await script(`${scripts}office-zip.js`);
        const parts = await window.kbOfficeZip.read(buffer, (name) => name === "word/document.xml");
        area.value = wordsOf(parts["word/document.xml"]);
      } else area.value = decoded(buffer).replace(/\r\n?/g, "\n");
    } catch (error) {
      return tell("这个文件读不了；请用 Word 打开，另存为 docx 或 txt");
    }
    return check();
  };

  async function check() {
    const text = area.value;
    if (!text.trim()) return tell("请先粘贴稿子，或选一个文件");
    tell("正在核对…");
    await new Promise((resolve) => setTimeout(resolve, 30));
    try {
      await engine();
      const report = await window.kbCheckDraft(text, (done) => tell(`正在和报告比对…${Math.round(100 * done)}%`));
      const found = window.kbShowDraft(report);
      tell("核对完了，结果在下面");
      by("draft-print").hidden = false;
      found.focus();
    } catch (error) {
      tell("核对没有做成：读不到本库的数据；请看看文件夹是否完整");
      throw error;
    }
    return undefined;
  }

  /** Goes to the next note or the one before. */
  const step = (way) => {
    const notes = all(".dr-note"), here = notes.findIndex((each) => each.classList.contains("here"));
    if (!notes.length) return;
    const next = here < 0 ? (way > 0 ? 0 : notes.length - 1) : (here + way + notes.length) % notes.length;
    if (here >= 0) notes[here].classList.remove("here");
    notes[next].classList.add("here");
    notes[next].querySelector("a").focus({ preventScroll: true });
    notes[next].scrollIntoView({ block: "center" });
  };
  on(document, "keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || by("draft-found").hidden) return;
    if (event.key === "n") step(1); else if (event.key === "p") step(-1); else return;
    stay(event);
  });
  form.hidden = false;
  form.onsubmit = (event) => { stay(event); check(); };
  file.onchange = () => file.files[0] && read(file.files[0]);
  by("draft-clear").onclick = () => {
    area.value = file.value = "";
    by("draft-found").hidden = by("draft-print").hidden = true;
    tell("");
    area.focus();
  };
  by("draft-print").onclick = () => print();
  if (!window.TextDecoder) say("这个浏览器太旧，只能粘贴文字");
})();
