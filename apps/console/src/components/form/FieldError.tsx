import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core'

/** What is wrong with a field that is no single control: a list to pick from, choices on cards, a certificate to trust. */
export function FieldError({ message }: { readonly message: string | undefined }) {
  if (!message) return null
  return (
    <FormHelperText>
      <HelperText isLiveRegion>
        <HelperTextItem variant="error">{message}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  )
}
