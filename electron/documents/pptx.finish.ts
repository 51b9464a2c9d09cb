/** Properties of a paragraph that the library repeats before each further run: a paragraph has them once, first. */
const REPEATED_PROPERTIES = /(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>)/gsu;

/** A paragraph without a mark is put at the margin whatever its level. */
const UNINDENTED_LEVEL = /lvl="(\d)" indent="0" marL="0"/gu;
/** Twenty points, as marked paragraphs are indented. */
const LEVEL_EMU = 254_000;

/** The schema wants the notes' master named before the slides. */
const NOTES_MASTER_LATE =
  /(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/su;

/** Charts have two axes here; the library always names a third. */
const THIRD_AXIS = /(<c:axId val="\d+"\/>\s*<c:axId val="\d+"\/>)\s*<c:axId val="\d+"\/>/gu;

const LINES = /<c:lineChart>.*?<\/c:lineChart>/gsu;
/** In a series of points, labels that stand before the marker they belong to. */
const LABELS_EARLY = /(<c:dLbls>.*?<\/c:dLbls>)(<c:marker>.*?<\/c:marker>)/gsu;

function finishChart(xml: string): string {
  return xml.replace(THIRD_AXIS, '$1').replace(LINES, (lines) =>
    lines
      .replace(
        '<c:lineChart><c:varyColors',
        '<c:lineChart><c:grouping val="standard"/><c:varyColors',
      )
      .replaceAll(/<c:invertIfNegative val="\d"\/>/gu, '')
      .replace(LABELS_EARLY, '$2$1'),
  );
}

/**
 * What the library leaves wrong: repeated properties, parts out of the schema's order, the language
 * of texts, dates that change at each run.
 */
export function finishPart(path: string, xml: string, language: string, day: string): string {
  if (path === 'docProps/core.xml')
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T12:00:00Z`);
  if (!path.startsWith('ppt/')) return xml;
  const indented = (_match: string, level: string): string =>
    `lvl="${level}" indent="0" marL="${Number(level) * LEVEL_EMU}"`;
  const ordered = path.startsWith('ppt/charts/')
    ? finishChart(xml)
    : xml.replace(NOTES_MASTER_LATE, '$2$1');
  return (
    ordered
      .replace(REPEATED_PROPERTIES, '$1')
      .replace(UNINDENTED_LEVEL, indented)
      // The first row names the columns: screen readers say so for each cell.
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" bandRow="1"/>')
      .replaceAll('lang="en-US"', `lang="${language}"`)
  );
}
