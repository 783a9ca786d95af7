/* Files that units have filled in -> one row for each requirement and unit, nothing overwritten; who has
   done what.  The same as generator/examination/, which the command `merge` runs. */
(() => {
  "use strict";
  const { bad, read: readSheets } = window.kbSheets;
  /* What files call things: the page says it, in simplified characters whatever its own script is. */
  const { dataset } = document.getElementById("examination"), apart = (name) => dataset[name].split("|");
  const [ID, ARTICLE, WORDS, BODIES, UNIT, STATUS, PERSON, DUE, EVIDENCE, SOURCES, NOTE, OTHER_WORDS] = apart("heads");
  const KNOWN = apart("heads").slice(0, -1), FIELDS = [STATUS, PERSON, DUE, EVIDENCE];
  const NAMES = { id: ID, article: ARTICLE, words: WORDS, bodies: BODIES, unit: UNIT, status: STATUS, person: PERSON, due: DUE, evidence: EVIDENCE, note: NOTE };
  const STATUSES = apart("statuses"), ENDED = STATUSES.slice(2), [NOT_THERE, UNKNOWN, CONFLICT, NONE] = apart("notes");
  const OTHER_HEADS = apart("otherHeads").reduce((all, each) => Object.assign(all, { [each.split("=")[0]]: each.split("=")[1] }), {});
  const MOST = 20 * 1024 * 1024, MOST_ROWS = 100000, HEAD_WITHIN = 30;
  const tight = (text) => text.replace(/[ \t\r\n\u00a0\u3000\ufeff]+/g, "");
  const trim = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, "").replace(/^[ \t\r\n\u00a0\u3000\ufeff]+|[ \t\r\n\u00a0\u3000\ufeff]+$/g, "");
  const text = (value) => (typeof value === "string" ? value : "");
  const stem = (name) => name.replace(/\\/g, "/").split("/").pop().replace(/\.[^.]*$/, "");

  const rowOf = (values, source) => {
    const has = (head) => values.get(head) || "";
    const extra = [...values].filter(([head, value]) => !KNOWN.includes(head) && value), fields = FIELDS.map(has);
    if (!has(WORDS) && !fields.some(Boolean) && !extra.length) return null;
    return { id: has(ID), article: has(ARTICLE), words: has(WORDS), bodies: has(BODIES), unit: has(UNIT) || source, fields, extra, source: has(SOURCES) || source, there: !has(NOTE).includes(NOT_THERE) || fields.some(Boolean) || extra.length > 0 };
  };
  const rowsOfTable = (table, name) => {
    const head = table.slice(0, HEAD_WITHIN).findIndex((cells) => {
      const heads = cells.map((each) => OTHER_HEADS[trim(each)] || trim(each));
      return heads.includes(WORDS) && heads.includes(STATUS);
    });
    if (head < 0) return null;
    const heads = [];
    table[head].forEach((each) => {
      const own = OTHER_HEADS[trim(each)] || trim(each);
      let named = own;
      for (let number = 2; named && heads.includes(named); number++) named = `${own}（${number}）`;
      heads.push(named);
    });
    return table.slice(head + 1).map((cells) => rowOf(new Map(heads.map((each, at) => [each, at < cells.length ? trim(cells[at]) : ""]).filter(([each]) => each)), stem(name))).filter(Boolean);
  };
  const readOwn = (bytes, name) => {
    let file;
    try {
      file = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch (error) {
      throw bad("不是自查文件（读不出内容）");
    }
    if (!file || file.kind !== "examination") throw bad("不是自查文件；请用“自查”页导出的文件");
    if (file.version !== 1 || !Array.isArray(file.rows)) throw bad("是另一个版本的自查文件，读不了");
    if (file.rows.length > MOST_ROWS) throw bad(`行数超过 ${MOST_ROWS}，不像自查表`);
    const unit = trim(text(file.unit)) || stem(name);
    return file.rows.map((each) => {
      if (!each || typeof each !== "object" || Array.isArray(each)) throw bad("有一行不是自查的内容");
      const values = new Map(Object.keys(NAMES).map((key) => [NAMES[key], trim(text(each[key]))]));
      (Array.isArray(each.extra) ? each.extra : []).forEach((pair) => {
        const head = Array.isArray(pair) && pair.length === 2 ? trim(text(pair[0])) : "";
        if (head && !KNOWN.includes(head)) values.set(head, trim(text(pair[1])));
      });
      if (Array.isArray(each.sources) && each.sources.length) values.set(SOURCES, each.sources.map((source) => trim(text(source))).join("、"));
      if (!values.get(UNIT)) values.set(UNIT, unit);
      return rowOf(values, stem(name));
    }).filter(Boolean);
  };
  const bytesOf = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(bad("读不出来"));
    reader.readAsArrayBuffer(file);
  });
  /** Promises the rows of a file (File); is rejected with a word in `told` where it is none of ours. */
  const read = (file) => {
    if (file.size > MOST) return Promise.reject(bad(`超过 ${MOST / 1024 / 1024} MB，不像自查表`));
    return bytesOf(file).then((buffer) => {
      const [a, b, c, d] = new Uint8Array(buffer, 0, Math.min(4, buffer.byteLength));
      if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) throw bad("是旧式的 xls 或加了密码的文件；请另存为 xlsx");
      if (!(a === 0x50 && b === 0x4b && c === 3 && d === 4)) return readOwn(buffer, file.name);
      return readSheets(buffer).then((tables) => {
        const found = tables.map((table) => rowsOfTable(table, file.name));
        if (!found.some(Boolean)) throw bad(`没有找到“${WORDS}”和“${STATUS}”两栏，不是自查表`);
        return [].concat(...found.filter(Boolean));
      });
    });
  };

  const said = (row) => new Map([...row.fields.map((value, at) => [String(at), value]), ...row.extra].filter(([, value]) => value));
  const holds = (one, other) => [...other].every(([name, value]) => one.get(name) === value);
  /** The rows that say most: one that another says all of is in that one; several that differ say so. */
  const together = (some) => {
    const kept = [];
    some.forEach((row) => {
      const own = said(row), same = kept.find(({ words }) => words.size === own.size && holds(words, own));
      if (same) same.row = Object.assign({}, same.row, { sources: [...new Set([...same.row.sources, ...row.sources])] });
      else kept.push({ row, words: own });
    });
    const most = kept.filter((each) => !kept.some((other) => other !== each && holds(other.words, each.words))).map(({ row }) => row);
    return most.length === 1 ? most : most.map((row) => Object.assign({}, row, { note: row.note ? `${row.note}；${CONFLICT}` : CONFLICT }));
  };
  const made = (row, known) => {
    const own = { unit: row.unit, fields: row.fields, extra: row.extra, sources: [row.source], note: known ? "" : UNKNOWN };
    if (known && row.words && tight(row.words) !== tight(known.words)) own.extra = [...row.extra.filter(([head]) => head !== OTHER_WORDS), [OTHER_WORDS, row.words]];
    const { id, article, words, bodies } = known || row;
    return Object.assign({ id, article, words, bodies }, own);
  };
  /** What the rows of files, in their order, say together: {units, extra, rows}.  `asked`: {id, article, words, bodies}. */
  const merge = (asked, files) => {
    const byId = new Map(asked.map((each) => [each.id, each])), byWords = new Map(), units = new Set(), extra = new Set(), found = new Map(), strange = new Map();
    asked.forEach((each) => { if (!byWords.has(tight(each.words))) byWords.set(tight(each.words), each); });
    const put = (map, key, row) => map.has(key) ? map.get(key).push(row) : map.set(key, [row]);
    files.forEach((rows) => rows.forEach((row) => {
      units.add(row.unit);
      if (!row.there) return;
      const known = byId.get(row.id) || byWords.get(tight(row.words)), one = made(row, known);
      one.extra.forEach(([head]) => extra.add(head));
      put(known ? found : strange, known ? `${known.id}\n${row.unit}` : `${tight(row.id + row.words)}\n${row.unit}`, one);
    }));
    const rows = [];
    asked.forEach((each) => units.forEach((unit) => {
      const { id, article, words, bodies } = each, nothing = { id, article, words, bodies, unit, fields: ["", "", "", ""], extra: [], sources: [], note: NOT_THERE };
      rows.push(...together(found.get(`${id}\n${unit}`) || [nothing]));
    }));
    strange.forEach((some) => rows.push(...together(some)));
    return { units: [...units], extra: [...extra], rows };
  };
  const ownFile = (rows, library, unit = "") => JSON.stringify({
    kind: "examination", library, version: 1, unit,
    rows: rows.map((row) => ({
      id: row.id, article: row.article, words: row.words, bodies: row.bodies, unit: row.unit, status: row.fields[0], person: row.fields[1], due: row.fields[2], evidence: row.fields[3],
      extra: row.extra, sources: row.sources, note: row.note,
    })),
  }, null, 1);

  /** The day that a time limit names, 2026-11-30, the last one of a month; "" for other words. */
  const lastDay = (words) => {
    const found = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2}))?/.exec(words) || /(\d{4})(\d{2})(\d{2})/.exec(words);
    if (!found) return "";
    const year = Number(found[1]), month = Number(found[2]), length = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    const day = found[3] ? Number(found[3]) : length;
    if (!length || year < 1 || day < 1 || day > length) return "";
    return [found[1], String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  };
  const isOverdue = (row, today) => {
    const day = lastDay(row.fields[2]);
    return Boolean(day) && day < today && !ENDED.includes(row.fields[0]);
  };
  /** {heads, byUnit, byArticle: [{name, counts, overdue, total}], overdue: rows} on a day, 2026-11-28. */
  const overview = ({ rows }, today) => {
    const heads = [...STATUSES, ...new Set(rows.map((row) => row.fields[0]).filter((each) => each && !STATUSES.includes(each))), NONE];
    const counted = (name) => {
      const groups = new Map();
      rows.forEach((row) => groups.has(row[name]) ? groups.get(row[name]).push(row) : groups.set(row[name], [row]));
      return [...groups].map(([key, some]) => ({
        name: key, total: some.length, overdue: some.filter((row) => isOverdue(row, today)).length,
        counts: heads.map((head) => some.filter((row) => (row.fields[0] || NONE) === head).length),
      }));
    };
    return { heads, byUnit: counted("unit"), byArticle: counted("article"), overdue: rows.filter((row) => isOverdue(row, today)) };
  };
  const column = (head, width, centred = false) => ({ head, width, centred });
  const COLUMNS = [column(ID, 16), column(ARTICLE, 14, true), column(WORDS, 44), column(BODIES, 16), column(UNIT, 14), column(STATUS, 9, true), column(PERSON, 10, true), column(DUE, 12, true), column(EVIDENCE, 26)];
  const cellsOf = (row) => [row.id, row.article, row.words, row.bodies, row.unit, ...row.fields];
  /** The sheets of a workbook: a unit's own table, or what was merged with the counts on a day. */
  const sheetOf = (title, rows) => ({ title: "自查表", columns: COLUMNS, fixed: 3, caption: [title, `“${STATUS}”填${STATUSES.join("、")}；时限写成 2026-12-31 的样子；编号不要改，汇总靠它。`], rows: rows.map(cellsOf) });
  const mergedSheets = (title, merged, today) => {
    const { heads, byUnit, byArticle, overdue } = overview(merged, today), { extra } = merged;
    const more = (row) => [...extra.map((head) => (row.extra.find(([own]) => own === head) || ["", ""])[1]), row.sources.join("、"), row.note];
    const counts = (name, width, groups) => ({
      title: `按${name}`, fixed: 1, caption: [`${title}（按${name}）`, `逾期：时限早于 ${today}，还没有完成的。`], columns: [column(name, width), ...heads.map((head) => column(head, 10, true)), column("逾期", 10, true), column("合计", 10, true)],
      rows: groups.map((each) => [each.name, ...each.counts, each.overdue, each.total]),
    });
    return [
      { title: "汇总", columns: [...COLUMNS, ...extra.map((head) => column(head, 16)), column(SOURCES, 18), column(NOTE, 18)], fixed: 3, caption: [title, `每项要求每个单位一行；不同文件说法不同的并列，见“${NOTE}”栏。`], rows: merged.rows.map((row) => [...cellsOf(row), ...more(row)]) },
      counts(UNIT, 20, byUnit), counts(ARTICLE, 16, byArticle),
      { title: "逾期", columns: COLUMNS, fixed: 3, caption: [`${title}（逾期）`, `时限早于 ${today}，还没有完成的。`], rows: overdue.map(cellsOf) },
    ];
  };
  window.kbExamination = { CONFLICT, UNKNOWN, isOverdue, lastDay, merge, mergedSheets, overview, ownFile, read, sheetOf, trim };
})();
