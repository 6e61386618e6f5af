import { vsnap } from '../../api/queries.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Target } from '@vsnap/vsnap-api/target.ts'
import type { User } from '@vsnap/vsnap-api/user.ts'
import { EmptyState, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'

const users: readonly Column<User>[] = [
  { key: 'name', header: 'Name', cell: ({ name }) => name, value: ({ name }) => name },
  { key: 'role', header: 'Role', cell: ({ role }) => role ?? <Nothing />, value: ({ role }) => role },
  { key: 'uid', header: 'uid', cell: ({ uid }) => uid ?? <Nothing />, value: ({ uid }) => uid },
  { key: 'gid', header: 'gid', cell: ({ gid }) => gid ?? <Nothing />, value: ({ gid }) => gid },
]

const targets: readonly Column<Target>[] = [
  {
    key: 'wwn',
    header: 'Target port',
    cell: ({ wwn }) => <CopyId value={wwn} what="target port" whole />,
    value: ({ wwn }) => wwn,
  },
  { key: 'type', header: 'Type', cell: ({ type }) => type ?? <Nothing />, value: ({ type }) => type },
]

/** Who may manage the appliance, and under which ports hosts find its LUNs. */
export function AccessTab({ applianceId }: { applianceId: string }) {
  const userList = useQuery(vsnap(applianceId, 'userList'))
  const targetList = useQuery(vsnap(applianceId, 'targetList'))
  return (
    <div className="vs-stack">
      <section>
        <Title headingLevel="h2" size="lg">
          Users of the appliance
        </Title>
        <QueryTable
          name="appliance-users"
          label="Users"
          isPlain
          query={{ ...userList, data: userList.data?.users }}
          columns={users}
          rowKey={({ name }) => name}
          rowName={({ name }) => name}
          empty={<EmptyState titleText="The appliance names no users" headingLevel="h3" variant="sm" />}
        />
      </section>
      <section>
        <Title headingLevel="h2" size="lg">
          Target ports
        </Title>
        <QueryTable
          name="appliance-targets"
          label="Target ports"
          isPlain
          query={{ ...targetList, data: targetList.data?.targets }}
          columns={targets}
          rowKey={({ wwn }) => wwn}
          rowName={({ wwn }) => wwn}
          empty={<EmptyState titleText="The appliance has no target ports" headingLevel="h3" variant="sm" />}
        />
      </section>
    </div>
  )
}
