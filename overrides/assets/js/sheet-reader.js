/* XLSX -> its sheets as rows of text, and back. What is read is what generator/examination/spreadsheet.py
   reads; what is written looks as the tables under 下载 do. All text cells are text, never a formula. */
(() => {
  "use strict";
  const { read: unzip, write: zip } = window.kbOfficeZip;
  const MOST_ROWS = 100000, MOST_COLUMNS = 200;
  const DAY = 86400000, FIRST_DAY = Date.UTC(1899, 11, 30);
  const BUILT_IN_DAYS = [[14, 22], [27, 36], [45, 47], [50, 58]];
  const bad = (words) => Object.assign(new Error(words), { told: words });
  const local = (element) => element.localName;
  const within = (element, name) => [...element.children].filter((each) => local(each) === name);
  const every = (element, name) => [...element.getElementsByTagNameNS("*", name)];
  const xml = (text) => {
    const read = text === undefined ? null : new DOMParser().parseFromString(text, "application/xml");
    if (!read || read.getElementsByTagName("parsererror").length) throw bad("不是 XLSX 表格，或者文件已损坏");
    return read.documentElement;
  };
  /** The parts by their names in small letters. */
  const small = (parts) => Object.keys(parts).reduce((found, name) => Object.assign(found, { [name.replace(/\\/g, "/").replace(/^\//, "").toLowerCase()]: parts[name] }), {});
  const words = (element) => [...element.children].reduce((text, each) => text + (local(each) === "t" ? each.textContent : local(each) === "r" ? within(each, "t").map((part) => part.textContent).join("") : ""), "");
  const whole = (text) => /^[0-9]+$/.test(text || "");

  const dateStyles = (text) => {
    const found = new Set();
    if (text === undefined) return found;
    const styles = xml(text), own = {};
    every(styles, "numFmt").forEach((each) => { if (whole(each.getAttribute("numFmtId"))) own[Number(each.getAttribute("numFmtId"))] = each.getAttribute("formatCode") || ""; });
    within(styles, "cellXfs").forEach((group) => [...group.children].forEach((each, at) => {
      const number = each.getAttribute("numFmtId"), form = whole(number) ? Number(number) : 0;
      const isDay = form in own ? /[ymdYMD年月日]/.test(own[form].replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")) : BUILT_IN_DAYS.some(([first, last]) => first <= form && form <= last);
      if (isDay) found.add(at);
    }));
    return found;
  };
  const day = (value, shift) => {
    const found = /^([0-9]{1,7})(?:\.[0-9]+)?$/.exec(value), number = found ? Number(found[1]) + shift : 0;
    return number >= 1 && number < 2900000 ? new Date(FIRST_DAY + number * DAY).toISOString().slice(0, 10) : value;
  };
  const valueOf = (cell, strings, dates, shift) => {
    const kind = cell.getAttribute("t") || "n";
    let value = null, formula = null;
    for (const each of cell.children) {
      if (local(each) === "is") return words(each);
      if (local(each) === "v") value = each.textContent;
      else if (local(each) === "f") formula = each.textContent;
    }
    if (!value && !(value === "" && kind === "str")) return formula ? `=${formula}` : "";
    if (kind === "s") return (whole(value) && strings[Number(value)]) || "";
    if (kind === "b") return value === "1" ? "是" : "否";
    const style = cell.getAttribute("s") || "0";
    return kind === "n" && whole(style) && dates.has(Number(style)) ? day(value, shift) : value;
  };
  const columnOf = (letters) => [...letters].reduce((index, each) => index * 26 + each.charCodeAt(0) - 64, 0) - 1;
  const table = (sheet, strings, dates, shift) => {
    const rows = every(sheet, "row");
    if (rows.length > MOST_ROWS) throw bad(`行数超过 ${MOST_ROWS}，不像自查表`);
    return rows.map((row) => {
      const cells = [];
      within(row, "c").forEach((cell) => {
        const found = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(cell.getAttribute("r") || ""), column = found ? columnOf(found[1]) : cells.length;
        if (column >= MOST_COLUMNS) return;
        while (cells.length <= column) cells.push("");
        cells[column] = valueOf(cell, strings, dates, shift);
      });
      return cells;
    });
  };
  /** Promises the sheets of a workbook (ArrayBuffer), each as rows of texts. */
  const read = (buffer) => unzip(buffer, (name) => /\.(?:xml|rels)$/i.test(name)).then(small, () => {
    throw bad("不是 XLSX 表格，或者文件已损坏");
  }).then((parts) => {
    const book = xml(parts["xl/workbook.xml"]), targets = {};
    within(xml(parts["xl/_rels/workbook.xml.rels"]), "Relationship").forEach((each) => { targets[each.getAttribute("Id")] = each.getAttribute("Target") || ""; });
    const strings = parts["xl/sharedstrings.xml"] === undefined ? [] : within(xml(parts["xl/sharedstrings.xml"]), "si").map(words);
    const dates = dateStyles(parts["xl/styles.xml"]);
    const shift = every(book, "workbookPr").some((each) => ["1", "true"].includes(each.getAttribute("date1904"))) ? 1462 : 0;
    return every(book, "sheet").map((each) => {
      const id = [...each.attributes].find(({ localName, prefix }) => localName === "id" && prefix), target = id && targets[id.value];
      if (!target) return null;
      const part = (target.startsWith("/") ? target.slice(1) : `xl/${target}`).toLowerCase();
      return part in parts ? table(xml(parts[part]), strings, dates, shift) : null;
    }).filter(Boolean);
  });

  /* Writing: styles in the order of HEAD, TEXT, CENTRED, TITLE, NOTE. */
  const escape = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1").slice(0, 32767).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const side = (name) => `<${name} style="thin"><color rgb="FF808080"/></${name}>`;
  const font = (name, size, bold) => `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
  const form = (fontId, borderId, fillId, alignment) => `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"${alignment}/></xf>`;
  const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="4">${font("宋体", 11)}${font("黑体", 10.5, true)}${font("宋体", 10.5)}${font("黑体", 16, true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/></patternFill></fill></fills><borders count="2"><border/><border>${["left", "right", "top", "bottom"].map(side).join("")}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${form(1, 1, 2, ' horizontal="center" wrapText="1"')}${form(2, 1, 0, ' wrapText="1"')}${form(2, 1, 0, ' horizontal="center" wrapText="1"')}${form(3, 0, 0, "")}${form(2, 0, 0, "")}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  const columnName = (index) => (index < 26 ? "" : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  const cell = (place, style, value) => (typeof value === "number" ? `<c r="${place}" s="${style}"><v>${value}</v></c>` : value ? `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>` : `<c r="${place}" s="${style}"/>`);
  const linesOf = (text, room) => text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((wide, letter) => wide + (letter < "\u2000" ? 1 : 2), 0) / room)), 0);
  const height = (columns, cells) => Math.min(409, 5 + 14.5 * columns.reduce((most, { width }, at) => Math.max(most, typeof cells[at] === "string" ? linesOf(cells[at], width - 1) : 1), 1));
  const sheetXml = ({ columns, rows, caption, fixed }) => {
    const head = caption.length + 1, last = head + rows.length, end = columnName(columns.length - 1);
    const lines = [
      ...caption.map((words, at) => `<row r="${at + 1}" ht="${at ? 20 : 30}" customHeight="1">${cell(`A${at + 1}`, at ? 5 : 4, words)}</row>`),
      `<row r="${head}" ht="24">${columns.map((each, at) => cell(`${columnName(at)}${head}`, 1, each.head)).join("")}</row>`,
      ...rows.map((cells, at) => `<row r="${head + 1 + at}" ht="${height(columns, cells)}">${columns.map((each, column) => cell(`${columnName(column)}${head + 1 + at}`, each.centred ? 3 : 2, cells[column])).join("")}</row>`),
    ];
    return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="${fixed}" ySplit="${head}" topLeftCell="${columnName(fixed)}${head + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${columns.map((each, at) => `<col min="${at + 1}" max="${at + 1}" width="${each.width}" customWidth="1"/>`).join("")}</cols><sheetData>${lines.join("")}</sheetData><autoFilter ref="A${head}:${end}${last}"/><printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
  };
  /** Promises the bytes of a workbook of sheets: {title, columns: [{head, width, centred}], rows, caption, fixed}. */
  const write = (sheets) => {
    const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const names = sheets.map(({ title, columns, caption, rows }, at) => {
      const head = caption.length + 1, quoted = `'${escape(title)}'`;
      return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!$A$${head}:$${columnName(columns.length - 1)}$${head + rows.length}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$1:$${head}</definedName>`;
    });
    const parts = {
      "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${sheets.map((each, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`).join("")}</Types>`,
      "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ title }, at) => `<sheet name="${escape(title)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets><definedNames>${names.join("")}</definedNames></workbook>`,
      "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((each, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      "xl/styles.xml": STYLES,
    };
    sheets.forEach((each, at) => { parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(each); });
    return zip(parts);
  };
  window.kbSheets = { bad, read, write };
})();
