/* 历史: what was decided, by day and by whom, each to be taken back. */
(() => {
  "use strict";
  const desk = window.kbDesk, place = desk && desk.by("desk-page");
  if (!place) return;
  const { button, changesOf, get, label, make, post, say, settled, undo } = desk;
  const box = make("div", {}), who = make("select", {}), whose = label("谁", who), all = button("撤销这次的全部", () => {
    if (!window.confirm("把这次打开预览以来的裁定全部撤销？")) return;
    post("undo", { all: true }).then(() => {
      say("都撤销了　正在重做…", "busy");
      settled();
    }).catch((error) => say(error.message, "bad"));
  });
  let changes = [];
  const day = (at) => {
    const [, year, month, date] = /^(\d+)-(\d+)-(\d+)/.exec(at) || [];
    return year ? `${year}年${+month}月${+date}日` : "日期不明";
  };
  const lines = (sign, some) => some.map((each) => make("div", { className: sign === "+" ? "desk-added" : "desk-taken" }, make("span", {}, `${sign} `), each));
  const row = (each) => {
    const made = make("li", { className: each.undone ? "desk-undone" : "" }, make("p", {}, make("span", { className: "desk-quiet" }, `${(each.at.slice(11, 16))} ${each.who || ""}`), " ", make("span", { className: "desk-summary" }, each.summary)));
    const act = make("p", { className: "desk-row" });
    if (each.undone) act.append(make("span", { className: "desk-quiet" }, "已撤销"));
    else if (each.lost) act.append(make("span", { className: "desk-error" }, "别处存盘时盖掉了这一处　"), button("再做一次", () => post("again", { change: each.id }).then(() => {
      say("已再做一次　正在重做…", "busy");
      settled();
    }).catch((error) => say(error.message, "bad"))));
    else if (each.reversible !== false) act.append(Object.assign(button("撤销", () => undo(each.id)), { title: each.summary }));
    if (each.before.length || each.after.length) made.append(make("details", {}, make("summary", {}, each.files.join("、")), make("pre", {}, ...lines("-", each.before), ...lines("+", each.after))));
    made.append(act);
    return made;
  };
  const show = () => {
    box.textContent = "";
    const shown = changes.filter((each) => !who.value || each.who === who.value);
    if (!shown.length) box.append(make("p", { className: "quiet" }, "还没有裁定。"));
    let list = null, now = "";
    shown.forEach((each) => {
      if (day(each.at) !== now) {
        now = day(each.at);
        list = make("ol", { className: "desk-history" });
        box.append(make("h2", { className: "ruled" }, now), list);
      }
      list.append(row(each));
    });
    all.hidden = !changes.some((each) => each.own && !each.undone);
  };
  const load = () => get("history").then((found) => {
    changes = changesOf(found);
    const names = [...new Set(changes.map((each) => each.who).filter(Boolean))], kept = who.value;
    who.textContent = "";
    who.append(new Option("所有人", ""), ...names.map((each) => new Option(each, each)));
    who.value = names.includes(kept) ? kept : "";
    whose.hidden = names.length < 2;
    show();
  }).catch((error) => say(error.message, "bad"));
  who.onchange = show;
  place.append(make("p", { className: "quiet" }, "改的都是 content 文件夹里的几个文字文件；这里逐次列出，点开文件名看改了哪几行。"), make("p", { className: "desk-row" }, whose, all), box);
  desk.after.push(load);
  load();
})();
