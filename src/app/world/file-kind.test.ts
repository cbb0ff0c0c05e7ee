import { expect, it } from 'vitest';
import { isStackFile } from './file-kind.ts';

it('knows stack files from the files that they speak of', () => {
  const stack = { path: '/root/monitoring.yml', content: 'services:\n  p:\n    image: a\nconfigs:\n  p:\n    file: ./prometheus.yml\n' };
  const config = { path: '/root/prometheus.yml', content: 'global:\n  scrape_interval: 5s\n' };
  const empty = { path: '/root/new.yml', content: '' };
  const typo = { path: '/root/b.yaml', content: 'service:\n  web:\n' };
  const files = [stack, config, empty, typo, { path: '/root/pw.txt', content: 'services: x' }];
  expect(files.map((file) => isStackFile(file, files))).toEqual([true, false, true, true, false]);
});
