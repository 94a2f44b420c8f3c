/// Independent decoders to hold the project's own against: Erlang's asn1ct for what the bits mean,
/// asn1c for how fast they can be read. Both are made at run time from the official modules beside
/// the checkout, by the scripts in `src/test/peers`; nothing of the modules is kept here. Where the
/// modules or a tool is absent there is no peer, and a reason instead.
@NullMarked
package city.wayside.messages.peers;

import org.jspecify.annotations.NullMarked;
