// The manifest: sound by our own checker, which finds what is planted; and by Microsoft's service where that can be reached.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkManifest, pngSize } from './manifestCheck.ts';

const ADDRESS = 'https://localhost:3000/';
const BUILT = 'dist/excel-addin/manifest.xml';
const SERVICE = 'https://validationgateway.omex.office.net/';
const manifest = readFileSync('manifest.xml', 'utf8');

function sizeOf(url: string): readonly [number, number] | null {
  const path = `excel-addin/${url.slice(ADDRESS.length)}`;
  return url.startsWith(ADDRESS) && existsSync(path) ? pngSize(readFileSync(path)) : null;
}

async function isReachable(): Promise<boolean> {
  try {
    await fetch(SERVICE, { method: 'HEAD', signal: AbortSignal.timeout(1_500) });
    return true;
  } catch {
    return false;
  }
}

describe('our checker', () => {
  it('finds nothing in manifest.xml', () => {
    expect(checkManifest(manifest, sizeOf)).toEqual([]);
  });

  it.skipIf(!existsSync(BUILT))('finds nothing in what was built', () => {
    expect(checkManifest(readFileSync(BUILT, 'utf8'), sizeOf)).toEqual([]);
  });

  it.each([
    ['<Version>1.0.0.0</Version>', '<Version>1.0</Version>', 'Version is not four numbers'],
    ['resid="Check.Label"', 'resid="Check.Labels"', 'not among ShortStrings'],
    ['resid="Check.Tip"', 'resid="Check.Label"', 'not among LongStrings'],
    ['<bt:Image size="64" resid="Pane.64"/>', '', 'an icon has no size 64'],
    ['<bt:Image size="16" resid="Pane.16"/>', '<bt:Image size="16" resid="Pane.32"/>', 'is not 16 × 16'],
    ['https://localhost:3000/help.html', 'http://localhost:3000/help.html', 'is not https'],
    ['id="Cchc.Check"', 'id="Cchc.Clear"', 'Cchc.Clear is given twice'],
    ['"ExcelApi" MinVersion="1.9"', '"ExcelApi" MinVersion="1.16"', 'requires ExcelApi 1.16'],
    ['Value="Check figures"', `Value="${'x'.repeat(126)}"`, 'is too long'],
    ['<Override Locale="en-US" Value="CCHC report checker"/>', '', 'has no English'],
    ['<ProviderName>CCHC</ProviderName>', '', 'ProviderName is missing'],
    ['<Permissions>ReadWriteDocument</Permissions>', '', 'Permissions is missing'],
    ['<DefaultLocale>vi-VN</DefaultLocale>', '<Permissions>ReadWriteDocument</Permissions>', 'out of order'],
  ])('finds %s changed to %s', (from, to, problem) => {
    expect(manifest).toContain(from);
    expect(checkManifest(manifest.replace(from, to), sizeOf).join('\n')).toContain(problem);
  });

  it('knows the ribbon’s functions and the words of the buttons', () => {
    expect([...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name)).toEqual([
      'check',
      'narrative',
      'clear',
    ]);
    for (const label of ['Khung kiểm tra', 'Kiểm tra số liệu', 'Soạn lời văn', 'Bỏ đánh dấu']) {
      expect(manifest).toContain(`DefaultValue="${label}"`);
    }
  });
});

it.skipIf(!(await isReachable()))("Microsoft's own validation accepts it", () => {
  const command = 'node_modules/office-addin-manifest/cli.js';
  const said = execFileSync(process.execPath, [command, 'validate', 'manifest.xml'], { encoding: 'utf8' });
  expect(said).toMatch(/The manifest is valid/i);
});
