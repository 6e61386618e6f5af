import Markdown from 'react-markdown'

/** Notes as they were written, in Markdown. HTML in them is text, pictures are not fetched, and links lead out of the console safely. */
export default function Notes({ text }: { text: string }) {
  return (
    <div className="vs-notes pf-v6-c-content">
      <Markdown
        skipHtml
        disallowedElements={['img']}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  )
}
