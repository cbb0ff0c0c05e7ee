import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds, with where. The themes differ in colours alone: every rule is asked for in the dark one, in the light one
 * those about colours.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  // Monaco and xterm are libraries with their own accessible views; their inner markup is not ours to change.
  const axe = new AxeBuilder({ page }).exclude('.monaco-editor').exclude('.xterm');
  if ((await page.locator('html').getAttribute('data-theme')) === 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
