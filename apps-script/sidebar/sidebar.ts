// The sidebar's one page: the shared pane over the script.
import './sidebar.css';
import { download, mountPane } from '../../pane/index.ts';
import { createCaller } from './call.ts';
import { sheetsClient } from './sheetsClient.ts';
import { tellTrouble } from './trouble.ts';

const [place, root] = [document.getElementById('trouble'), document.getElementById('pane')];
if (place && root) start(place, root);

function start(place: HTMLElement, root: HTMLElement): void {
  mountPane(root, {
    host: sheetsClient(createCaller((trouble) => tellTrouble(place, trouble))),
    makeWord: async (report) => (await import('../../word/index.ts')).writeWord(report),
    readProse: async (name, bytes) => (await import('../../word/index.ts')).readProse(name, bytes),
    readSpreadsheet: async (name, bytes) => (await import('../../xlsx/index.ts')).readSpreadsheet(name, bytes),
    makeWorkbook: async (sheets) => (await import('../../xlsx/index.ts')).makeWorkbook(sheets),
    saveFile: download,
  });
}
