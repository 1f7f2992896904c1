// The text of a document is what Word shows: not what is deleted, hidden, a field's code or written twice.
import { describe, expect, it } from 'vitest';
import { readProse, readWord } from '../../word/index.ts';
import { zipOf } from '../xlsx/parts.ts';
import { docxOf, paragraph, partsOf, run, textsOf } from './parts.ts';

const p = (content: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const read = (body: string) => textsOf(docxOf(body));
const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;

describe('paragraphs', () => {
  it.each([
    ['runs are joined', p(run('Tiếp nhận 4') + run('94 hồ sơ', '<w:b/>')), ['Tiếp nhận 494 hồ sơ']],
    ['blank ones are left out', p('') + paragraph(' \u00a0') + paragraph('a'), ['a']],
    ['no-break spaces stay', paragraph('17\u00a0văn bản'), ['17\u00a0văn bản']],
    ['entities are decoded', paragraph('a & b <c>'), ['a & b <c>']],
    [
      'tabs and breaks',
      p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>'),
      ['a\tb\nc\nd'],
    ],
    ['tab stops are no tabs', p(run('a'), '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'), ['a']],
    ['a page break is none of the text', p(`<w:r><w:br w:type="page"/></w:r>${run('a')}`), ['a']],
    [
      'hyphens',
      p('<w:r><w:t>cao</w:t><w:softHyphen/><w:t>cấp</w:t><w:noBreakHyphen/><w:t>a</w:t></w:r>'),
      ['caocấp-a'],
    ],
    [
      'numbers are not invented',
      p(run('Cải cách thể chế'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      ['Cải cách thể chế'],
    ],
    [
      'notes leave no mark',
      p(`${run('a')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>${run('b')}`),
      ['ab'],
    ],
    [
      'links',
      p(`<w:hyperlink r:id="rId9">${run('cổng dịch vụ công')}</w:hyperlink>${run('.')}`),
      ['cổng dịch vụ công.'],
    ],
    ['smart tags', p(`<w:smartTag w:element="x"><w:smartTagPr/>${run('a')}</w:smartTag>`), ['a']],
    ['hidden text', p(run('a') + run('x', '<w:vanish/>') + run('b', '<w:vanish w:val="0"/>')), ['ab']],
    ['capital letters stay as typed', paragraph('Mục', '<w:caps/>'), ['Mục']],
    [
      'formulas',
      p('<m:oMath><m:r><m:rPr/><m:t>a+b</m:t></m:r></m:oMath>').replace('<m:oMath', '<m:oMath xmlns:m="urn:m"'),
      ['a+b'],
    ],
    [
      'ruby',
      p(
        '<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      ['a'],
    ],
    ['names that every object has', p('<w:r><w:constructor/><w:toString/></w:r>') + paragraph('a'), ['a']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

describe('tracked changes', () => {
  const gone = (content: string) => `<w:del w:id="1" w:author="a">${content}</w:del>`;
  it.each([
    ['insertions are kept', p(`${run('a')}<w:ins w:id="1" w:author="a">${run('b')}</w:ins>`), ['ab']],
    ['deletions are not', p(`${run('a')}${gone('<w:r><w:delText>x</w:delText></w:r>')}${run('b')}`), ['ab']],
    ['nor what was inserted and deleted', p(`<w:ins w:id="1">${gone(run('x'))}${run('a')}</w:ins>`), ['a']],
    [
      'moved text stands where it went',
      p(`<w:moveFrom w:id="1">${run('x')}</w:moveFrom>`) + p(`<w:moveTo w:id="2">${run('a')}</w:moveTo>`),
      ['a'],
    ],
    ['a deleted mark joins two paragraphs', p(run('a'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('b'), ['ab']],
    ['also at the end', p(run('a'), '<w:rPr><w:del w:id="1"/></w:rPr>'), ['a']],
    [
      'old properties do not count',
      p(run('a', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      ['a'],
    ],
    [
      'a deleted row is none',
      `<w:tbl><w:tr><w:trPr>${gone('')}</w:trPr><w:tc>${paragraph('x')}</w:tc></w:tr><w:tr><w:tc>${paragraph('a')}</w:tc></w:tr></w:tbl>`,
      ['a'],
    ],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

describe('fields', () => {
  it.each([
    [
      'the result, not the code',
      p(
        field('begin') +
          '<w:r><w:instrText>PAGE</w:instrText></w:r>' +
          run('x') +
          field('separate') +
          run('12') +
          field('end') +
          run(' trang'),
      ),
      ['12 trang'],
    ],
    [
      'nested',
      p(
        field('begin') +
          field('begin') +
          field('separate') +
          run('x') +
          field('end') +
          field('separate') +
          run('a') +
          field('end'),
      ),
      ['a'],
    ],
    ['without a result', p(field('begin') + run('x') + field('end') + run('a')), ['a']],
    [
      'over several paragraphs',
      p(field('begin') + run('x')) + p(run('x') + field('separate') + run('a')) + p(run('b') + field('end')),
      ['a', 'b'],
    ],
    ['simple', p(`<w:fldSimple w:instr="DATE">${run('a')}</w:fldSimple>`), ['a']],
    ['an end without a beginning', p(field('end') + field('separate') + run('a')), ['a']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

describe('tables', () => {
  const cell = (...texts: readonly string[]) =>
    `<w:tc><w:tcPr/>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
  const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  it.each([
    [
      'a row is one text, its cells joined by tabs',
      table(row(cell('3.3.1'), cell('Hồ sơ'), cell('494'))),
      ['3.3.1\tHồ sơ\t494'],
    ],
    ['blank cells keep their place', table(row(cell('a'), cell(''), cell('b'))), ['a\t\tb']],
    ['paragraphs of a cell stand below each other', table(row(cell('a', '', 'b'), cell('c'))), ['a\nb\tc']],
    ['text around it', paragraph('a') + table(row(cell('b'))) + paragraph('c'), ['a', 'b', 'c']],
    [
      'a table in a cell',
      table(row(`<w:tc>${table(row(cell('a'), cell('b')), row(cell('c'), cell('d')))}<w:p/></w:tc>`, cell('e'))),
      ['a\tb\nc\td\te'],
    ],
    ['rows and cells in content controls', table(control(row(cell('a'), control(cell('b'))))), ['a\tb']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

describe('boxes and controls', () => {
  const shape = (content: string) =>
    `<w:r><w:drawing><wps:txbx xmlns:wps="urn:w">${content}</wps:txbx></w:drawing></w:r>`;
  const picture = (content: string) => `<w:r><w:pict><v:textbox xmlns:v="urn:v">${content}</v:textbox></w:pict></w:r>`;
  const both = (text: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(text)}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(text)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  it.each([
    ['a text box after the paragraph it hangs on', p(run('a') + shape(box('b')) + run('c')), ['ac', 'b']],
    ['an old one', p(picture(box('b'))), ['b']],
    ['one written in two ways, once', p(both('b') + run('a')), ['a', 'b']],
    [
      'only the fallback has something',
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>${picture(box('b'))}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      ['b'],
    ],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph('a')}</w:sdtContent></w:sdt>`,
      ['a'],
    ],
    ['one in a line', p(`${run('a')}<w:sdt><w:sdtPr/><w:sdtContent>${run('b')}</w:sdtContent></w:sdt>`), ['ab']],
    [
      'its prompt is no text',
      p(
        `${run('a')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Bấm để nhập')}</w:sdtContent></w:sdt>`,
      ),
      ['a'],
    ],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const style = (id: string, properties: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:rPr>${properties}</w:rPr></w:style>`;
const TCVN3 = 'Uû ban nh©n d©n x· Ho»ng Hîp';
const VNI = 'Uûy ban nhaân daân xaõ Hoaèng Hôïp';

function legible(body: string, styles = ''): unknown {
  const result = readWord(docxOf(body, styles));
  return result.ok && [result.legacy, ...result.paragraphs];
}

describe('old fonts', () => {
  it.each([
    ['TCVN3 by the run', paragraph(TCVN3, font('.VnTime')), ['TCVN3', 'Uỷ ban nhân dân xã Hoằng Hợp']],
    ['VNI by the run', paragraph(VNI, font('VNI-Times')), ['VNI', 'Ủy ban nhân dân xã Hoằng Hợp']],
    ['a capital font gives capitals', paragraph('céng hoµ x· héi', font('.VnTimeH')), ['TCVN3', 'CỘNG HOÀ XÃ HỘI']],
    [
      'a word cut into runs',
      p(run('b¸o c', font('.VnTime')) + run('¸', font('.VnTime')) + run('o', font('.VnTime'))),
      ['TCVN3', 'báo cáo'],
    ],
    [
      'beside a font of today',
      p(run('Sè: ', font('.VnTime')) + run('12/BC–UBND', font('Times New Roman'))),
      ['TCVN3', 'Số: 12/BC–UBND'],
    ],
    ['Unicode left in an old font', paragraph('Ủy ban nhân dân xã', font('.VnTime')), [null, 'Ủy ban nhân dân xã']],
    [
      'a short text follows the others',
      paragraph(TCVN3, font('.VnTime')) + paragraph('®', font('.VnTime')),
      ['TCVN3', 'Uỷ ban nhân dân xã Hoằng Hợp', 'đ'],
    ],
    ['old text in a font of today', paragraph(TCVN3, font('Arial')), ['TCVN3', 'Uỷ ban nhân dân xã Hoằng Hợp']],
    ['text without old letters', paragraph('UBND', font('.VnTime')), [null, 'UBND']],
    [
      'signs by number',
      p(
        `<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:sym w:font=".VnTime" w:char="F0AE"/></w:r>${run('\uf0d2 ®Ó', font('.VnTime'))}`,
      ),
      ['TCVN3', 'đề để'],
    ],
  ])('%s', (_, body, expected) => {
    expect(legible(body)).toEqual(expected);
  });

  it.each([
    [
      'the paragraph’s style',
      `<w:p><w:pPr><w:pStyle w:val="Old"/></w:pPr>${run(TCVN3)}</w:p>`,
      style('Old', font('.VnTime')),
    ],
    [
      'the style it is based on',
      `<w:p><w:pPr><w:pStyle w:val="New"/></w:pPr>${run(TCVN3)}</w:p>`,
      `${style('Old', font('.VnTime'))}<w:style w:type="paragraph" w:styleId="New"><w:basedOn w:val="Old"/></w:style>`,
    ],
    ['the character style', `<w:p>${run(TCVN3, '<w:rStyle w:val="Old"/>')}</w:p>`, style('Old', font('.VnTime'))],
    ['the default style', paragraph(TCVN3), style('Normal', font('.VnTime'), ' w:default="1"')],
    [
      'the defaults',
      paragraph(TCVN3),
      `<w:docDefaults><w:rPrDefault><w:rPr>${font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>`,
    ],
  ])('TCVN3 by %s', (_, body, styles) => {
    expect(legible(body, styles)).toEqual(['TCVN3', 'Uỷ ban nhân dân xã Hoằng Hợp']);
  });

  it('a run’s own font stands over its style; a style may hide text; a ring of styles ends', () => {
    const styles =
      style('Old', font('.VnTimeH')) +
      style('Hidden', '<w:vanish/>') +
      '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>';
    const own = `<w:p><w:pPr><w:pStyle w:val="Old"/></w:pPr>${run('ban', font('Arial'))}</w:p>`;
    const hidden = `<w:p><w:pPr><w:pStyle w:val="Hidden"/></w:pPr>${run('x')}${run('a', '<w:vanish w:val="false"/>')}</w:p>`;
    const ring = `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('b')}</w:p>`;
    expect(legible(own + hidden + ring, styles)).toEqual([null, 'ban', 'a', 'b']);
  });
});

it('a document part of another name, with a prefix of its own', () => {
  const parts = partsOf(paragraph('a'));
  const moved = {
    ...parts,
    'word/document.xml': '',
    'word/document2.xml': String(parts['word/document.xml']).replaceAll('w:', 'q:'),
    '_rels/.rels': String(parts['_rels/.rels']).replace('word/document.xml', '/word/document2.xml'),
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace('/word/document.xml', '/word/document2.xml'),
  };
  expect(textsOf(zipOf(moved))).toEqual(['a']);
});

describe('a text file', () => {
  const TEXT = 'Tiếp nhận 494 hồ sơ.\r\nĐúng hạn 452.';
  const utf16 = (swap: boolean) => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
    return swap ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
  };
  it.each([
    ['UTF-8', new Uint8Array(Buffer.from(TEXT))],
    ['UTF-8 with its mark', new Uint8Array(Buffer.from(`\ufeff${TEXT}`))],
    ['UTF-16, as Notepad’s “Unicode”', utf16(false)],
    ['UTF-16 the other way round', utf16(true)],
  ])('in %s', (_encoding, bytes) => {
    expect(readProse('loi-van.txt', bytes)).toEqual({ ok: true, paragraphs: TEXT.split('\r\n'), warnings: [] });
  });
});
