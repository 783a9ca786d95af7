/* 自查: the table is filled in and kept in this browser, goes out as XLSX and as a file of our own; files of
   several units are merged.  What reads and writes files is loaded when it is first needed. */
(() => {
  "use strict";
  const { all, by, download, kept, load, make, on, root, save, say, script } = window.kbShared;
  const table = by("examination");
  if (!table) return;
  const { library } = by("kb-reading").dataset, { about } = table.dataset, statuses = table.dataset.statuses.split("|");
  const rows = all("tr[data-words]", table), key = `kb-examination ${library}`, mergedKey = `kb-examination-merged ${library}`;
  const record = Object.assign({ unit: "", rows: {} }, load(key));
  const FIELDS = ["status", "person", "due", "evidence"], NAMES = all("thead th", table).slice(3).map(({ textContent }) => textContent);
  const asked = rows.map(({ id, dataset }) => ({ id, article: dataset.label, words: dataset.words, bodies: dataset.bodies }));
  const now = () => {
    const day = new Date();
    return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");
  };
  let coming;
  const tools = () => coming = coming || ["office-zip", "sheet-reader", "examination-merge"].reduce((done, name) => done.then(() => script(`${root}assets/js/${name}.js`)), Promise.resolve()).then(() => window.kbExamination).catch((error) => {
    coming = null;
    say("读不出本页要用的程序，请刷新再试");
    throw error;
  });

  /* Filling in. */
  const filled = (id) => record.rows[id] || ["", "", "", ""];
  const count = () => {
    const done = rows.filter(({ id }) => filled(id)[0]).length, ended = rows.filter(({ id }) => filled(id)[0] === statuses[2]).length;
    by("ex-count").textContent = `已填${done}项，完成${ended}项，共${rows.length}项`;
  };
  const put = (id, at, value) => {
    const own = filled(id).slice();
    own[at] = value;
    if (own.some(Boolean)) record.rows[id] = own;
    else delete record.rows[id];
    kept(save(key, record));
    count();
  };
  const field = {
    status: () => make("select", {}, ...["", ...statuses].map((value) => make("option", { value }, value || "—"))),
    person: () => make("input", { type: "text", autocomplete: "off" }),
    due: () => make("input", { type: "text", autocomplete: "off", placeholder: "2026-12-31" }),
    evidence: () => make("textarea", { rows: 1 }),
  };
  /* A box to write in is as high as its words. */
  const grow = (made) => {
    if (made.tagName !== "TEXTAREA") return;
    made.style.height = "auto";
    if (made.value) made.style.height = `${made.scrollHeight + 2}px`;
  };
  const fields = new Map(rows.map((row) => [row, FIELDS.map((name, at) => {
    const made = field[name]();
    made.setAttribute("aria-label", `${row.dataset.label}，${NAMES[at]}`);
    made.oninput = () => {
      put(row.id, at, made.value);
      row.cells[3 + at].dataset.value = made.value; // what is printed
      grow(made);
    };
    row.cells[3 + at].dataset.name = NAMES[at];
    row.cells[3 + at].append(made);
    return made;
  })]));
  const fill = () => {
    fields.forEach((some, row) => some.forEach((made, at) => {
      const value = filled(row.id)[at];
      if (made.tagName === "SELECT" && value && !statuses.includes(value) && ![...made.options].some((each) => each.value === value)) made.append(make("option", { value }, value));
      made.value = value;
      row.cells[3 + at].dataset.value = value;
      if (value) grow(made);
    }));
    by("ex-unit").value = record.unit;
    count();
  };
  const show = () => {
    const status = by("ex-show").value, part = by("ex-part").value;
    const act = (late) => {
      rows.forEach((row) => {
        const own = filled(row.id);
        row.hidden = !(!status || (status === "-" ? !own[0] : status === "!" ? late(own) : own[0] === status));
      });
      all("tbody", table).forEach((body) => { body.hidden = Boolean(part && body.id !== part) || !all("tr[data-words]", body).some((row) => !row.hidden); });
    };
    if (status === "!") tools().then(({ isOverdue }) => act((own) => isOverdue({ fields: own }, now())));
    else act(() => false);
  };
  on(by("ex-show"), "change", show);
  on(by("ex-part"), "change", show);
  by("ex-unit").oninput = ({ target }) => {
    record.unit = target.value;
    kept(save(key, record));
  };
  by("ex-tools").onsubmit = (event) => event.preventDefault();
  by("ex-print").onclick = () => print();

  /* Out and in. */
  const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const mine = () => asked.map((each) => Object.assign({ unit: record.unit, fields: filled(each.id), extra: [], sources: [], note: "" }, each));
  const name = (words) => `${words}${record.unit ? `-${record.unit}` : ""}`.replace(/[\\/:*?"<>|\s]/g, "");
  const named = () => record.unit.trim() || (by("ex-unit").focus(), say("请先填单位，汇总时靠它分开"), false);
  by("ex-xlsx").onclick = () => named() && tools().then(({ sheetOf }) => window.kbSheets.write([sheetOf(`${about}自查表`, mine())])).then((bytes) => download(`${name("自查表")}.xlsx`, XLSX, bytes));
  by("ex-own").onclick = () => named() && tools().then(({ ownFile }) => download(`${name("自查")}.json`, "application/json", ownFile(mine(), library, record.unit)));
  const chooser = by("ex-tools").querySelector("[type=file]");
  by("ex-import").onclick = () => chooser.click();
  /* What is filled in here stays; what is blank is taken from the file. */
  const take = (found) => {
    let taken = 0, other = 0;
    const known = new Map(asked.map((each) => [each.id, each]));
    found.filter(({ id }) => known.has(id)).forEach((row) => {
      const own = filled(row.id).slice();
      row.fields.forEach((value, at) => {
        if (!value || value === own[at]) return;
        if (own[at]) other += 1;
        else {
          own[at] = value;
          taken += 1;
        }
      });
      if (own.some(Boolean)) record.rows[row.id] = own;
    });
    if (!record.unit && found.length) record.unit = found[0].unit;
    kept(save(key, record));
    fill();
    say(`填入${taken}格${other ? `；有${other}格与已填的不同，没有改动` : ""}`);
  };
  chooser.onchange = () => {
    const [file] = chooser.files;
    if (file) tools().then(({ read }) => read(file)).then(take).catch((error) => say(`${file.name}：${error.told || "读不出来"}`));
    chooser.value = "";
  };

  /* Merging. */
  const result = by("ex-result"), told = by("ex-told"), files = by("ex-merge").querySelector("[type=file]");
  const wide = (...inside) => make("div", { className: "table-box", tabIndex: 0 }, make("table", { className: "list" }, ...inside));
  const line = (cells, tag = "td", names = []) => make("tr", {}, ...cells.map((each, at) => make(tag, { className: names[at] || "" }, String(each))));
  const ROW = ["", "words", "", "", "", "due"];
  const group = (title, ...inside) => make("details", {}, make("summary", {}, title), ...inside);
  const counted = (title, { heads }, groups) => group(title, wide(make("thead", {}, line(["", ...heads, "逾期", "合计"], "th")), make("tbody", {}, ...groups.map((each) => line([each.name, ...each.counts, each.overdue, each.total])))));
  const listed = (title, some, open) => {
    const made = group(`${title}（${some.length}行）`, wide(make("thead", {}, line(["条", "要求", "单位", ...NAMES, "来源", "说明"], "th")), make("tbody", {}, ...some.slice(0, 500).map((row) => line([row.article, row.words, row.unit, ...row.fields, row.sources.join("、"), row.note], "td", ROW)))));
    made.open = Boolean(open);
    return made;
  };
  const draw = (merged) => {
    result.textContent = "";
    all("#ex-merged-xlsx, #ex-merged-own, #ex-forget").forEach((each) => { each.hidden = !merged; });
    if (!merged) return;
    tools().then(({ CONFLICT, UNKNOWN, overview }) => {
      const seen = overview(merged, now()), noted = (note) => merged.rows.filter((row) => row.note.includes(note));
      const apart = noted(CONFLICT), strange = noted(UNKNOWN);
      result.append(make("p", {}, `${merged.units.length}个单位，${merged.rows.length}行；说法不同并列的${apart.length}行，不在清单里的${strange.length}行，逾期的${seen.overdue.length}行。`));
      result.append(counted("按单位", seen, seen.byUnit), counted("按条", seen, seen.byArticle));
      const byStatus = make("select", {}, ...seen.heads.map((value) => make("option", { value }, value))), chosen = make("div", {});
      const pick = () => {
        chosen.textContent = "";
        chosen.append(listed(byStatus.value, merged.rows.filter((row) => (row.fields[0] || seen.heads[seen.heads.length - 1]) === byStatus.value), true));
      };
      byStatus.onchange = pick;
      result.append(group("按状态", make("p", {}, make("label", {}, "状态 ", byStatus)), chosen));
      pick();
      [["逾期", seen.overdue], ["说法不同，并列", apart], ["不在清单里", strange]].forEach(([title, some]) => { if (some.length) result.append(listed(title, some, title !== "逾期")); });
    });
  };
  let merged = load(mergedKey, null);
  by("ex-choose").onclick = () => files.click();
  files.onchange = () => {
    const chosen = [...files.files];
    files.value = "";
    if (!chosen.length) return;
    told.textContent = "正在读……";
    tools().then(({ merge, read }) => Promise.all(chosen.map((file) => read(file).then((found) => ({ found }), (error) => ({ bad: `${file.name}：${error.told || "读不出来"}` })))).then((all_files) => {
      const bad = all_files.filter((each) => each.bad);
      told.textContent = "";
      told.append(...bad.map((each) => make("p", { className: "bad" }, each.bad)));
      if (bad.length) return told.append(make("p", {}, "有文件读不出来，没有合并；请去掉或换好再选。"));
      merged = merge(asked, all_files.map(({ found }) => found));
      kept(save(mergedKey, merged));
      draw(merged);
      told.append(make("p", {}, `合并了${chosen.length}个文件。`));
    }));
  };
  by("ex-merged-xlsx").onclick = () => tools().then(({ mergedSheets }) => window.kbSheets.write(mergedSheets(`${about}自查汇总`, merged, now()))).then((bytes) => download("自查汇总.xlsx", XLSX, bytes));
  by("ex-merged-own").onclick = () => tools().then(({ ownFile }) => download("自查汇总.json", "application/json", ownFile(merged.rows, library)));
  by("ex-forget").onclick = () => {
    if (!confirm("清除这台电脑上的汇总？各单位的文件不受影响。")) return;
    merged = null;
    save(mergedKey, null);
    told.textContent = "";
    draw(null);
  };
  by("ex-tools").hidden = by("ex-merge").hidden = false;
  fill();
  draw(merged);
})();
