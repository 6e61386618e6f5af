import { consoleClient } from '../../api/client.ts'
import { errorText } from '../../api/errors.ts'
import { queryClient, vsnap } from '../../api/queries.ts'
import { toast } from '../../components/toasts.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { words } from './words.ts'

/** What an appliance says of its versions, and nothing else of it; null when it does not answer. */
async function versionsOf(id: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const system = await queryClient.fetchQuery(vsnap(id, 'systemView'))
    const { api_version, vsnap_version, os_name, os_version } = system
    const { zfs_version, nfs_version, samba_version, nginx_version, uwsgi_version } = system
    const services = { zfs_version, nfs_version, samba_version, nginx_version, uwsgi_version }
    return { api_version, vsnap_version, os_name, os_version, ...services }
  } catch {
    // The report says why.
    return null
  }
}

/** Gives the person a file for whoever helps with an appliance: versions, states, recent errors, no secrets. */
export async function saveSystemReport({ id, name }: Pick<Appliance, 'id' | 'name'>): Promise<void> {
  try {
    const [versions, report] = await Promise.all([versionsOf(id), consoleClient.systemReport({ params: { id } })])
    const text = JSON.stringify({ versions, ...report }, null, 2)
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = `${name}-system-report.json`
    link.click()
    URL.revokeObjectURL(url)
  } catch (error) {
    const { cause, message } = errorText(error)
    toast({ variant: 'danger', title: words.reportFailed(name, cause, message) })
  }
}
