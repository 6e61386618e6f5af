import { vsnap } from '../../api/queries.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Target } from '@vsnap/vsnap-api/target.ts'
import type { User } from '@vsnap/vsnap-api/user.ts'
import { EmptyState, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { words } from './page-words.tsx'

const { access } = words

const users: readonly Column<User>[] = [
  { key: 'name', header: access.users.name, cell: ({ name }) => name, value: ({ name }) => name },
  { key: 'role', header: access.users.role, cell: ({ role }) => role ?? <Nothing />, value: ({ role }) => role },
  { key: 'uid', header: access.users.uid, cell: ({ uid }) => uid ?? <Nothing />, value: ({ uid }) => uid },
  { key: 'gid', header: access.users.gid, cell: ({ gid }) => gid ?? <Nothing />, value: ({ gid }) => gid },
]

const targets: readonly Column<Target>[] = [
  {
    key: 'wwn',
    header: access.targets.port,
    cell: ({ wwn }) => <CopyId value={wwn} what="target port" whole />,
    value: ({ wwn }) => wwn,
  },
  { key: 'type', header: access.targets.type, cell: ({ type }) => type ?? <Nothing />, value: ({ type }) => type },
]

/** Who may manage the appliance, and under which ports hosts find its LUNs. */
export function AccessTab({ applianceId }: { applianceId: string }) {
  const userList = useQuery(vsnap(applianceId, 'userList'))
  const targetList = useQuery(vsnap(applianceId, 'targetList'))
  return (
    <div className="vs-stack">
      <section>
        <Title headingLevel="h2" size="lg">
          {access.users.title}
        </Title>
        <QueryTable
          name="appliance-users"
          label={access.users.users}
          isPlain
          query={{ ...userList, data: userList.data?.users }}
          columns={users}
          rowKey={({ name }) => name}
          rowName={({ name }) => name}
          empty={<EmptyState titleText={access.users.empty} headingLevel="h3" variant="sm" />}
        />
      </section>
      <section>
        <Title headingLevel="h2" size="lg">
          {access.targets.title}
        </Title>
        <QueryTable
          name="appliance-targets"
          label={access.targets.title}
          isPlain
          query={{ ...targetList, data: targetList.data?.targets }}
          columns={targets}
          rowKey={({ wwn }) => wwn}
          rowName={({ wwn }) => wwn}
          empty={<EmptyState titleText={access.targets.empty} headingLevel="h3" variant="sm" />}
        />
      </section>
    </div>
  )
}
