/* 入库: files that were brought, what was made of them, and the word that takes them in: all or none. */
(() => {
  "use strict";
  const desk = window.kbDesk, place = desk && desk.by("desk-page");
  if (!place) return;
  const { all, button, get, make, on, post, say } = desk;
  const input = make("input", { type: "file", multiple: true, className: "kb-skip", tabIndex: -1 });
  const pick = button("选文件…", () => input.click(), "desk-do desk-main");
  const wrong = make("div", { className: "desk-wrong" }), box = make("div", {});
  const zone = make("div", { className: "desk-zone" }, make("p", {}, "把文件拖到这里（拖到任何一页都行），可以一次几个。"), make("p", { className: "desk-quiet" }, "Word、PDF、OFD、网页、文本、Markdown；装了识字程序的，图片和扫描件也行。"), make("p", {}, pick, input));
  wrong.setAttribute("role", "alert");
  const fact = (name, value) => value && [make("dt", {}, name), make("dd", {}, value)];
  const piece = (each) => make("section", { className: "desk-piece" }, make("h3", {}, each.title || "（没有认出题目）"), make("dl", { className: "desk-facts" }, ...[fact("当作", each.kind), fact("体裁", each.genre), fact("单位", each.issuer), fact("日期", each.date), fact("地方", each.place), fact("字数", `${each.letters}字${each.links ? `，自动关联${each.links}处` : ""}`)].filter(Boolean).reduce((known, two) => known.concat(two), [])), each.opening && make("p", { className: "desk-passage" }, each.opening));
  const folded = (title, some, show) => some.length > 0 && make("details", {}, make("summary", {}, title), make("ul", { className: "desk-places" }, ...some.map((each) => make("li", {}, ...show(each)))));
  const record = (each) => make("article", { className: "desk-record" }, make("div", { className: "desk-head" }, make("h2", {}, each.name), Object.assign(button("不要", () => post("files/drop", { names: [each.name] }).then(load).catch((error) => say(error.message, "bad"))), { title: `不要 ${each.name}` })),
    make("p", { className: "desk-quiet" }, each.read), each.same && make("p", { className: "desk-error" }, `库里已经有同样的文件 ${each.same}，入库时不再放`), ...each.pieces.map(piece), !each.pieces.length && make("p", { className: "desk-error" }, "没有认出可用的篇目"),
    folded(`没有收的${each.left_out.length}处`, each.left_out, (one) => [make("b", {}, one.place), `　${one.words}`, one.reason && make("span", { className: "desk-quiet" }, `　${one.reason}`)]),
    folded(`请留意${each.doubts.length}处`, each.doubts, (one) => [one.said]));
  const show = ({ files, failed }) => {
    box.textContent = "";
    if (!files.length) return;
    if (failed) box.append(make("p", { className: "desk-error" }, failed));
    box.append(...files.map(record));
    const take = button(files.length > 1 ? `${files.length}个文件一起入库` : "入库", () => {
      take.disabled = true;
      post("files/accept", {}).then((found) => {
        box.textContent = "";
        box.append(make("p", { className: "desk-done" }, `已放入：${found.written.join("、") || "没有新的文件"}。`, found.same.length ? `库里已有：${found.same.join("、")}。` : "", "页面正在重做，做好以后在“报告”里看。　", found.written.length > 0 && button("撤回", () => post("files/take-back", {}).then(() => {
          say("已撤回，文件还在下面等着　正在重做…", "busy");
          return load();
        }).catch((error) => say(error.message, "bad")))));
        say("已入库　正在重做…", "busy");
        desk.settled();
      }).catch((error) => {
        take.disabled = false;
        say(error.message, "bad");
      });
    }, "desk-do desk-main");
    take.disabled = Boolean(failed);
    box.append(make("p", { className: "desk-row desk-final" }, take, button("都不要", () => post("files/drop", {}).then(load).catch((error) => say(error.message, "bad")))));
  };
  const load = () => get("files").then(show).catch((error) => say(error.message, "bad"));
  const tell = (some) => {
    wrong.textContent = "";
    if (some.length) wrong.append(make("ul", {}, ...some.map((each) => make("li", {}, each))));
  };
  desk.filesPage = (some) => {
    tell(some);
    say(some.length ? "有的文件读不了" : "读好了", some.length ? "bad" : "");
    return load();
  };
  on(input, "change", () => {
    const said = [];
    desk.send(input.files, (i, found, error) => { if (error) said.push(error.message); }).then(() => {
      input.value = "";
      desk.filesPage(said);
    });
  });
  try {
    tell(JSON.parse(sessionStorage.getItem("desk-wrong")) || []);
    sessionStorage.removeItem("desk-wrong");
  } catch (error) { /* nothing went wrong */ }
  place.append(zone, wrong, box);
  all(".desk-zone input", place).forEach((each) => each.setAttribute("aria-label", "选文件"));
  load();
})();
