/// Messages in the JSON dialects of the its-client SDKs (Orange-OpenSource/its-client, schemas of
/// versions 1.x and 2.x), to and from the model. UTF-8 bytes flow in or out. Any thread; decoders
/// and encoders are stateless, a reader is made for one message.
@NullMarked
package city.wayside.messages.json.itsclient;

import org.jspecify.annotations.NullMarked;
