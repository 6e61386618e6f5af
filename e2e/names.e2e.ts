import { expect, type Page } from '@playwright/test'
import { goTo, settled, watchRequests } from '../.scripts/views/show.ts'
import { direct } from './direct.ts'
import { test } from './fixtures.ts'
import { addAppliance, initialise, makeVolume, sideways } from './verbs.ts'

/** As long as the appliance takes them, without a place to break. */
const long = (kind: string) => `${kind}${'x'.repeat(255 - kind.length)}`
const hebrew = 'גיבוי-חודשי-של-מסד-הנתונים'
const arabic = 'خزنة النسخ الاحتياطي 2'
const iqn = `iqn.1988-12.com.example:${'y'.repeat(180)}`

/** What is cut off without being readable on hover: its text, or nothing. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, h1, h2, span, div, td, code')]
      .filter((element) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
        const isCut =
          element.clientWidth > 0 &&
          (element.scrollWidth > element.clientWidth + 1 ||
            (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 4))
        const hides = overflowX !== 'visible' || textOverflow === 'ellipsis'
        const isName = /x{60}|[\u0590-\u06FF]{3}/.test(element.textContent)
        const isSaid = element.closest('[title], button, [role=tablist]') !== null
        return isName && isCut && hides && !isSaid && overflowX !== 'auto' && overflowX !== 'scroll'
      })
      .map((element) => `${element.tagName} .${element.className}`),
  )
}

test('names that are very long, or run from right to left, are whole and push nothing away, at 1280 and at 390 px', async ({
  adminPage: page,
  admin,
  appliance,
}) => {
  // Three dozen pages and dialogs, each at two widths.
  test.setTimeout(240_000)
  watchRequests(page)
  const api = direct(appliance)
  await initialise(appliance)
  const { body: pool } = await api.post('/pool', { name: long('p'), pool_type: 'raid6' })
  const poolId = String(pool.id)
  const volume = await makeVolume(api, { name: long('v'), volume_type: 'filesystem', pool_id: poolId })
  const lun = await makeVolume(api, {
    name: long('l'),
    volume_type: 'lun',
    pool_id: poolId,
    size_total: '1073741824',
  })
  const { body: snapshot } = await api.post(`/volume/${volume}/snapshot`, { name: long('s') })
  const { body: share } = await api.post(`/volume/${volume}/share`, { share_type: 'nfs' })
  const { body: host } = await api.post('/host', { name: long('h'), iqns: [iqn] })
  await api.post(`/volume/${lun}/map`, { host_id: String(host.id) })
  // Last of all: what is there when an appliance is read first need not be waited for.
  const { id: applianceId } = await addAppliance(admin, { ...appliance, name: arabic })
  const asked = {
    resource: 'volume' as const,
    filters: { appliance: null, label: null, q: '', status: [] },
    columns: null,
    sort: null,
  }
  await admin.viewCreate({ body: { name: hebrew, ...asked, shared: true, on_overview: false } })

  const at = (list: string, id: unknown) => `/appliances/${applianceId}/${list}/${String(id)}`
  const seen: readonly (readonly [string, string])[] = [
    ['/', arabic],
    ['/appliances', arabic],
    [`/appliances/${applianceId}`, arabic],
    [`/appliances/${applianceId}?do=remove`, arabic],
    ['/pools', long('p')],
    [at('pools', poolId), long('p')],
    [`${at('pools', poolId)}?do=rename`, long('p')],
    [`${at('pools', poolId)}?do=delete`, long('p')],
    ['/volumes', long('v')],
    [at('volumes', volume), long('v')],
    [`${at('volumes', volume)}?tab=snapshots`, long('s')],
    [`${at('volumes', volume)}?tab=access`, long('v')],
    ['/volumes/create', arabic],
    [`${at('volumes', volume)}?tab=settings`, long('v')],
    [`${at('volumes', volume)}?do=delete`, long('v')],
    [`${at('volumes', lun)}?tab=access`, long('h')],
    ['/snapshots', long('s')],
    [at('snapshots', snapshot.id), long('s')],
    [`${at('snapshots', snapshot.id)}?do=delete`, long('s')],
    ['/shares', long('v')],
    [at('shares', share.id), long('v')],
    [`${at('shares', share.id)}?do=edit`, long('v')],
    [`${at('shares', share.id)}?do=delete`, long('v')],
    ['/hosts', long('h')],
    [at('hosts', host.id), long('h')],
    [`${at('hosts', host.id)}?do=edit`, long('h')],
    [`${at('hosts', host.id)}?do=unmap&on=${lun}`, long('h')],
    [`${at('hosts', host.id)}?do=delete`, long('h')],
    ['/views', hebrew],
  ]
  for (const [path, name] of seen) {
    await page.setViewportSize({ width: 1280, height: 844 })
    await goTo(page, path)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await settled(page)
      await expect(page.getByText(name).last()).toBeVisible()
      const where = `${path} at ${width} px`
      expect.soft(await sideways(page), `${where} scrolls sideways`).toBeLessThanOrEqual(0)
      expect.soft(await cutOff(page), `${where} cuts a name`).toEqual([])
    }
  }

  // A phone loads a page as narrow as it is.
  for (const path of ['/volumes', `${at('volumes', volume)}?do=delete`]) {
    await page.goto(path)
    await settled(page)
    await expect(page.getByText(long('v')).last()).toBeVisible()
    expect.soft(await sideways(page), `${path}, loaded at 390 px`).toBeLessThanOrEqual(0)
  }

  await page.goto(`/appliances/${applianceId}?do=remove`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(arabic)
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('removed').first()).toContainText(`\u2068${arabic}\u2069 removed`)
})
