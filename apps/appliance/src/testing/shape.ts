/**
 * Where an answer differs in shape from a sample of the guide: other keys, text where the guide has a number, a size or
 * time that is not decimal text. Null stands for any value, on either side.
 * @returns one sentence for each difference.
 */
export function differences(answer: unknown, sample: unknown, at = 'answer'): string[] {
  if (answer === null || sample === null) return []
  if (Array.isArray(answer) || Array.isArray(sample)) {
    if (!Array.isArray(answer) || !Array.isArray(sample)) return [`${at} is a list on one side only`]
    return answer.flatMap((item, index) => (sample.length > 0 ? differences(item, sample[0], `${at}[${index}]`) : []))
  }
  if (isObject(answer) && isObject(sample)) return objectDifferences(answer, sample, at)
  return typeof answer === typeof sample ? [] : [`${at} is ${typeof answer}, in the guide ${typeof sample}`]
}

function objectDifferences(answer: Record<string, unknown>, sample: Record<string, unknown>, at: string): string[] {
  const missing = Object.keys(sample).filter((key) => !Object.hasOwn(answer, key))
  const further = Object.keys(answer).filter((key) => !Object.hasOwn(sample, key))
  // A pool's groups of disks have names of their own.
  if (at.endsWith('.disks'))
    return Object.entries(answer).flatMap(([key, value]) =>
      differences(value, Object.values(sample)[0], `${at}.${key}`),
    )
  return [
    ...missing.map((key) => `${at}.${key} is missing`),
    ...further.map((key) => `${at}.${key} is not in the guide`),
    ...Object.entries(answer)
      .filter(
        ([key, value]) =>
          /^(size|time)(_|$)/.test(key) && value !== null && !(typeof value === 'string' && /^\d+$/.test(value)),
      )
      .map(([key]) => `${at}.${key} is not decimal text`),
    ...Object.entries(answer).flatMap(([key, value]) =>
      Object.hasOwn(sample, key) ? differences(value, sample[key], `${at}.${key}`) : [],
    ),
  ]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
