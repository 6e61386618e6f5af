import type { Appliance, Certificate } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { ApiError, invalidParameter } from '@vsnap/contract/error.ts'
import { randomInt } from 'node:crypto'
import { whereOf } from '../proxy/pinned-tls.ts'
import { parseAddress } from './address.ts'
import { readSystem } from './call.ts'
import { lookAtCertificate, normalFingerprint } from './certificate.ts'
import { alreadyRegistered, certificateChanged, notFound } from './errors.ts'
import { basicAuthorization, type Registry } from './registry.ts'
import { type Observation, observationOf } from './status.ts'

export interface NewAppliance {
  readonly name: string
  readonly url: string
  readonly username: string
  readonly password: string
  readonly fingerprint?: string | undefined
}

export type ApplianceChange = { readonly [K in keyof NewAppliance]?: NewAppliance[K] | undefined }

/** Adding and editing appliances: nothing is kept, and no credential is sent, before the certificate is the right one. */
export interface Enrolment {
  probe(url: string): Promise<{ url: string; certificate: Full<Certificate> }>
  /** See applianceCreate in the console's API for its errors. */
  add(appliance: NewAppliance): Promise<Full<Appliance>>
  /** See applianceUpdate. */
  edit(id: string, change: ApplianceChange): Promise<Full<Appliance> & { readonly tried: boolean | null }>
}

export function createEnrolment(registry: Registry): Enrolment {
  return {
    async probe(url) {
      const address = parseAddress(url)
      return { url: address.url, certificate: await lookAtCertificate(address) }
    },

    async add({ name, url, username, password, fingerprint }) {
      const address = parseAddress(url)
      refuseKnownName(registry, name)
      const pin = pinFor(await lookAtCertificate(address), fingerprint, null, true)
      const { system, ...seen } = await readSystem({
        ...address,
        fingerprint: pin,
        authorization: basicAuthorization(username, password),
      })
      const first = registry.findSystem(system.id)
      if (first) throw alreadyRegistered(first)
      const id = newId()
      await registry.insert({ id, name, url: address.url, username, password, fingerprint: pin, system_id: system.id })
      registry.observe(id, { state: 'online', system, ...seen })
      return registry.view(id) ?? notFound(id)
    },

    async edit(id, { name, url, username, password, fingerprint }) {
      const before = registry.view(id) ?? notFound(id)
      if (name !== undefined) refuseKnownName(registry, name, id)
      const renamed = name === undefined ? {} : { name }
      if (url === undefined && username === undefined && password === undefined && fingerprint === undefined) {
        await registry.update(id, renamed)
        return { ...(registry.view(id) ?? notFound(id)), tried: null }
      }

      const address = parseAddress(url ?? before.url)
      const moved = address.url !== before.url
      const look = await lookAtCertificate(address).catch(failureOf)
      const shown = look instanceof ApiError ? null : look
      // The password belongs to the appliance that it was given for: another address takes it again, unless the pinned certificate answers there.
      if (
        moved &&
        password === undefined &&
        (before.fingerprint === null || shown?.fingerprint !== before.fingerprint)
      ) {
        throw invalidParameter('password: another address takes the password again.', 'password')
      }
      const isGiven = username !== undefined || password !== undefined
      // Who has come to know the password over there need not know yet whose certificate that is: it is kept, and told to nobody.
      const isKeptOnly =
        isGiven && !moved && fingerprint === undefined && shown !== null && isAnother(shown, before.fingerprint)
      const account = {
        username: username ?? before.username,
        password: password ?? registry.password(id),
        fingerprint: isKeptOnly ? before.fingerprint : pinFor(shown, fingerprint, before.fingerprint, moved),
      }
      const seen =
        look instanceof ApiError
          ? observationOf(look)
          : isKeptOnly
            ? observationOf(certificateChanged(whereOf({ ...address, fingerprint: null }), shown))
            : await check(address, account)
      // An account that was just typed is checked; one that was kept may be wrong, and the certificate be trusted again nevertheless.
      if (seen?.state === 'credentials-rejected' && isGiven) {
        throw new ApiError(502, seen.error.type, seen.error.message)
      }
      const system_id = seen?.state === 'online' ? seen.system?.id : undefined
      const first = system_id === undefined ? undefined : registry.findSystem(system_id)
      if (first && first.id !== id) throw alreadyRegistered(first)

      await registry.update(id, {
        ...renamed,
        url: address.url,
        username: account.username,
        fingerprint: account.fingerprint,
        ...(password === undefined ? {} : { password }),
        ...(system_id === undefined ? {} : { system_id }),
      })
      if (seen) registry.observe(id, seen)
      return { ...(registry.view(id) ?? notFound(id)), tried: isGiven ? seen?.state === 'online' : null }
    },
  }
}

interface Account {
  readonly username: string
  readonly password: string | null
  readonly fingerprint: string | null
}

/** What the appliance says to an account; null when its password cannot be read. */
async function check(
  address: { host: string; port: number },
  { username, password, fingerprint }: Account,
): Promise<Observation | null> {
  if (password === null) return null
  try {
    return {
      state: 'online',
      ...(await readSystem({ ...address, fingerprint, authorization: basicAuthorization(username, password) })),
    }
  } catch (error) {
    return observationOf(failureOf(error))
  }
}

/** Whether it is another certificate than the one that is pinned (null: than one that a CA vouches for). */
const isAnother = (shown: Certificate, kept: string | null): boolean =>
  kept === null ? !shown.trusted : shown.fingerprint !== kept

/**
 * The fingerprint to pin; null when a CA vouches for the certificate.
 * `shown`: the certificate under the address, null when nothing answers. `given`: what the person said they compared.
 * `kept`: the pin so far.
 * @throws ApiError 409 UntrustedCertificate
 */
function pinFor(
  shown: Certificate | null,
  given: string | undefined,
  kept: string | null,
  moved: boolean,
): string | null {
  const wanted = given === undefined ? kept : normalFingerprint(given)
  if (!shown || shown.fingerprint === wanted) return wanted
  // A pinned certificate that has become another one is looked at by a person, even when a CA vouches for the new one.
  if (given === undefined && shown.trusted && (moved || kept === null)) return null
  const { fingerprint, subject, issuer, valid_from, valid_to } = shown
  const why =
    given === undefined
      ? 'No authority that this machine knows vouches for the certificate'
      : 'The certificate is not the one with the fingerprint that you gave'
  throw new ApiError(
    409,
    'UntrustedCertificate',
    `${why}. Compare the fingerprint ${fingerprint} with the one on the appliance, and repeat the call with it if they are the same.`,
    {
      fingerprint,
      subject,
      issuer,
      valid_from,
      valid_to,
    },
  )
}

/** Two appliances of one name would be taken for each other. */
function refuseKnownName(registry: Registry, name: string, except?: string): void {
  const wanted = name.toLowerCase()
  const taken = registry.list().find((other) => other.id !== except && other.name.toLowerCase() === wanted)
  if (taken)
    throw new ApiError(409, 'AlreadyExistsError', `An appliance is named ${taken.name} already. Choose another name.`, {
      field: 'name',
    })
}

/** A failure of the appliance or of the way to it; anything else is ours and goes on. */
function failureOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  throw error
}

/** Short enough for an address bar, without letters that look alike. */
function newId(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
}
