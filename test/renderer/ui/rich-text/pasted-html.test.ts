import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { cleanPastedHtml } from '#ui/rich-text/pasted-html.ts';

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

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/paste/${name}.html`, import.meta.url), 'utf8');

test('a page as Word puts it on the clipboard keeps its structure and none of its dirt', () => {
  const html = cleanPastedHtml(fixture('word'));
  expect(html).not.toMatch(/mso|style=|class=|o:p|v:|w:|file:|#_|windowtext|<img|<xml|\[if|<!--/i);
  expect(html).not.toMatch(/Commentaire privé|AB1|à reprendre|clip_image/);
  const bare = html.replaceAll(/<\/?span>/g, '').replaceAll(/> </g, '><');
  expect(bare).toContain('<h1>Compte rendu du groupe de travail</h1>');
  expect(bare).toContain('<h1>1. Point d&#8217;étape</h1>');
  expect(bare).toContain(
    '<p>Lucile présente <b>trois axes</b> et rappelle l&#8217;<i>échéance</i>&nbsp;: le <u>15 septembre</u>. ' +
      'Voir <a href="https://exemple.fr/innovation?a=1&amp;b=2">la page</a>.</p>',
  );
  expect(bare).toContain(
    '<ul><li><p>Sensibiliser les acheteurs</p><ul><li><p>Atelier de <b>juin</b></p></li></ul></li>' +
      '<li><p>Accompagner</p></li></ul><h2>Suites</h2>' +
      '<ol><li><p>Publier la feuille de route</p></li><li><p>Relancer les entreprises</p></li></ol>',
  );
  expect(bare).toContain(
    '<table><tr><th><p><b>Sous-groupe</b></p></th><th><p><b>Échéance</b></p></th></tr>' +
      '<tr><td colspan="2"><p>Accompagner&nbsp;: Innov&#8217;Ember</p></td></tr></table>',
  );
  expect(bare).toContain('<p>Fin de séance à 16h30, validée &lt;relue&gt;.</p>');
});

test('numbered headings lose the number that Word draws, deep ones become the deepest of ours', () => {
  const html =
    "<h4 style='mso-list:l0 level4 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1.1.1<span> </span></span><![endif]>Détail</h4>";
  expect(cleanPastedHtml(html)).toBe('<h3>Détail</h3>');
});

test('a text of an online editor is not all bold because of what it is wrapped in', () => {
  const html = cleanPastedHtml(fixture('google-docs'));
  expect(html).toContain('<b style="font-weight: normal">');
  expect(html).toContain('font-weight: 700');
  expect(html).not.toMatch(/docs-internal|Arial|Apple|dir=/);
});
