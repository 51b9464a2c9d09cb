import { expect, test } from 'vitest';

import { cleanPastedHtml } from '#features/meetings/hold/pasted-html.ts';

test('a paragraph of Word keeps its words and bold, and loses classes, fonts and comments', () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
    <style><!-- p.MsoNormal {margin:0cm} --></style><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head>
    <body lang=FR><!--StartFragment-->
    <p class=MsoNormal style='mso-margin-top-alt:auto;line-height:normal'><span style='font-size:12.0pt;color:red'>Le
    groupe <b>adopte</b><o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;
  expect(cleanPastedHtml(html)).toBe('<p><span>Le groupe <b>adopte</b></span></p>');
});

test('what Word only draws as lists become lists, one in another', () => {
  const item = (level: number, sign: string, text: string): string =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
    `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}` +
    `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>\n`;
  const html = item(1, '·', 'Un') + item(2, 'o', 'Un bis') + item(1, '·', 'Deux');
  expect(cleanPastedHtml(html)).toBe(
    '<ul><li><p>Un</p><ul><li><p>Un bis</p></li></ul></li><li><p>Deux</p></li></ul>',
  );
  expect(cleanPastedHtml(`${item(1, '1.', 'A')}${item(1, '2.', 'B')}<p>Suite</p>`)).toBe(
    '<ol><li><p>A</p></li><li><p>B</p></li></ol><p>Suite</p>',
  );
});

test('headings, tables and links stay; pictures, scripts and column widths go', () => {
  const html = `<p class="MsoTitle">Compte rendu</p><h2 style="color:#2E74B5">Suites</h2>
    <script>alert(1)</script><img src="file:///C:/x.png">
    <table class=MsoTable border=1 width=500><colgroup><col width=10></colgroup><tr><td colspan=2 style="width:3cm"
    onclick="x()"><p>A</p></td></tr></table><a href="https://exemple.fr" onclick="x()" target=_blank>lien</a>`;
  expect(cleanPastedHtml(html)).toBe(
    '<h1>Compte rendu</h1><h2>Suites</h2><table><tr><td colspan="2"><p>A</p></td></tr></table><a href="https://exemple.fr">lien</a>',
  );
});

test('weight, slant and underline said by a style are kept', () => {
  const html = `<span style="font-weight:700;font-size:11pt;font-style:italic;text-decoration:underline">x</span>`;
  expect(cleanPastedHtml(html)).toBe(
    '<span style="font-weight: 700; font-style: italic; text-decoration: underline">x</span>',
  );
});
