import { exactBytes, formatBytes, parseBytes } from '../../ui/bytes.ts'
import { useWatch, type FieldPath, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { TextField } from './fields.tsx'
import { words } from './words.tsx'

type TextFieldProps<Values extends FieldValues> = Parameters<typeof TextField<Values>>[0]

/** A size as people say it, `1.5 TiB`, `500G` or bytes; beneath it stands what it means to the last byte. `parseBytes` reads it. */
export function SizeField<Values extends FieldValues>({
  help,
  ...field
}: TextFieldProps<Values> & { readonly name: FieldPathByValue<Values, string> }) {
  const value: unknown = useWatch({ control: field.control, name: field.name as FieldPath<Values> })
  const bytes = typeof value === 'string' ? parseBytes(value) : undefined
  return (
    <TextField
      {...field}
      placeholder={words.size.example}
      autoComplete="off"
      spellCheck={false}
      help={
        <>
          {bytes !== undefined && (
            <span className="vs-number">{words.size.exactly(formatBytes(bytes), exactBytes(bytes))} </span>
          )}
          {help}
        </>
      }
    />
  )
}

/** What is wrong with a size before any rule is asked: `sizeProblem('10 XB')`. */
export function sizeProblem(text: string): string | undefined {
  if (text.trim() === '') return words.size.missing
  return parseBytes(text) === undefined ? words.size.unreadable : undefined
}
