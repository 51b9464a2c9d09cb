import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A register on screen, spoken of as a person sees it: rows by their name, columns by their heading. */
export class ListPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid');
    this.panel = page.getByRole('complementary');
  }

  /** Opens the example group, then one of the screens by its address. */
  static async openExample(page: Page, path: string): Promise<ListPage> {
    await page.getByRole('button', { name: /exemple/ }).click();
    return ListPage.at(page, path);
  }

  /** Goes to a screen of the group that is already open. */
  static async at(page: Page, path: string): Promise<ListPage> {
    await page.getByRole('navigation').first().waitFor();
    const list = new ListPage(page);
    await list.goTo(path);
    return list;
  }

  /** Leaves only what has such a name in the list. */
  async filterByName(text: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(text);
    await expect(this.row(text)).toHaveCount(1);
  }

  async goTo(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, path);
    await expect(this.grid).toHaveAttribute('aria-busy', 'false');
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.page.evaluate((wanted) => {
      const bridge: unknown = Reflect.get(window, 'rapporteur');
      return Reflect.apply(Reflect.get(Object(bridge), 'call'), bridge, [
        'app:setPreferences',
        { theme: wanted },
      ]);
    }, theme);
    await this.page.reload();
    await this.page.getByRole('navigation').first().waitFor();
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name, exact: true }),
    });
  }

  header(name: string): Locator {
    return this.grid.getByRole('columnheader').filter({ hasText: name });
  }

  /** The cell of a row under a heading. */
  async cell(row: string, column: string): Promise<Locator> {
    const index = await this.header(column).getAttribute('aria-colindex');
    return this.row(row).locator(`[aria-colindex="${index}"]`);
  }

  /** Names of the rows on screen, from the top. */
  async names(): Promise<string[]> {
    const rows = this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
    return rows.evaluateAll((found) =>
      found
        .toSorted(
          (a, b) =>
            Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
        )
        .map((row) => row.querySelector('[role="rowheader"]')?.textContent ?? ''),
    );
  }

  /** How many rows match, as the grid tells assistive technology. */
  async total(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  async open(name: string): Promise<void> {
    await this.row(name).getByRole('rowheader').getByText(name).click();
    await expect(this.panel.getByRole('heading', { level: 2 })).toHaveText(name);
  }

  field(name: string): Locator {
    return this.panel.getByLabel(name, { exact: true });
  }
}
