package city.wayside.messages.canonical;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Uper;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of every kind of type, as JSON.
final class CanonicalReaderTest {

  private static final SequenceType TYPE =
      sequence("Sample")
          .optional("number", integer(0, 9))
          .optional("word", enumerated("red", "green"))
          .optional("octets", octets(1, 4))
          .optional("bits", bits(1, 4))
          .optional("list", listOf(0, 3, integer(0, 9)))
          .optional(
              "choice",
              choice("Choice").or("x", octets(1, 4)).or("y", integer(0, 9)).extensible().end())
          .optional(
              "wrapped",
              sequence("Wrapped")
                  .field("id", integer(0, 9))
                  .open("data", open(entry(3, "Three", integer(0, 255))), "id")
                  .end())
          .extensible()
          .optional("added", integer(0, 255))
          .group(sequence("Group").optional("one", integer(0, 9)).optional("two", integer(0, 9)))
          .end();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'number':3,'word':'green','octets':'00ff','bits':'0110','list':[1,2,3]}",
        "{'choice':{'x':'aa'}}",
        "{'choice':{'...':{'2':'ab'}}}",
        "{'wrapped':{'id':3,'data':{'Three':200}}}",
        "{'wrapped':{'id':4,'data':'abcd'}}",
        "{'added':7,'one':1,'two':2}",
        "{'added':7,'...':{'count':1}}",
        "{'...':{'count':5,'3':'aabb','4':'cc'}}"
      })
  void whatIsReadIsWrittenTheSame(String quoted) throws IOException, Malformed {
    String text = quoted.replace('\'', '"');
    Draft draft = new Draft(TYPE);
    byte[] bytes = Uper.encode(TYPE, draft.tape(), read(draft, text));
    Tape tape = new Tape();

    long root = new Uper().decode(TYPE, bytes, 0, bytes.length, tape);

    assertThat(written(tape, root)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          [] | is [, must be an object
          {'number':10} | number is 10, must be 0 to 9
          {'number':'1'} | number is 1, must be a whole number
          {'number':1,'number':2} | number stands twice
          {'none':1} | none is no field of Sample
          {'word':'blue'} | word is blue, must be one of [red, green]
          {'octets':'0'} | octets is 0, must be pairs of hexadecimal digits
          {'octets':'0g'} | octets is 0g, must be pairs of hexadecimal digits
          {'bits':'012'} | bits has a character that it may not have
          {'list':[1,10]} | list[1] is 10, must be 0 to 9
          {'choice':{'z':1}} | choice has member z, must be one of [x, y]
          {'choice':{'x':'aa','y':1}} | choice is y, must be an object with one member
          {'wrapped':{'data':{'Three':1},'id':3}} | wrapped.data must come after id
          {'wrapped':{'id':3,'data':{'Four':1}}} | wrapped.data has member Four, must be Three
          {'wrapped':{'id':3}} | wrapped.data is missing
          {'one':1,'one':2} | one stands twice
          {'...':{'count':65}} | declares 65 additions, must be 1 to 64
          {'...':{'count':5,'x':''}} | ... has member x, must be a number
          """)
  void theFaultIsNamed(String quoted, String reason) {
    assertThat(refused(quoted)).isEqualTo(reason);
  }

  @Test
  void aKnownAlternativeDoesNotComeAsAnUnknownOne() {
    assertThat(refused("{'choice':{'...':{'0':'aa'}}}"))
        .isEqualTo("choice has unknown alternative 0, must be 2 to 257");
    assertThat(refused("{'choice':{'...':{'258':'aa'}}}"))
        .isEqualTo("choice has unknown alternative 258, must be 2 to 257");
  }

  @Test
  void aKnownAdditionDoesNotComeAsAnUnknownOne() {
    assertThat(refused("{'...':{'count':1,'0':'aa'}}"))
        .isEqualTo("has unknown addition 0 of 1, where 2 are known");
  }

  @Test
  void anAdditionBeyondTheDeclaredOnesIsNotLost() {
    assertThat(refused("{'added':7,'one':1,'...':{'count':1}}"))
        .isEqualTo("has addition 1 where 1 are declared");
  }

  private static String refused(String quoted) {
    return catchThrowableOfType(
            Malformed.class,
            () -> {
              Draft draft = new Draft(TYPE);
              Uper.encode(TYPE, draft.tape(), read(draft, quoted.replace('\'', '"')));
            })
        .reason();
  }

  private static long read(Draft draft, String text) throws IOException, Malformed {
    try (JsonParser json = CanonicalJson.JSON.createParser(text)) {
      json.nextToken();
      return new CanonicalReader(draft, json).read(TYPE);
    }
  }

  private static String written(Tape tape, long root) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = CanonicalJson.JSON.createGenerator(text)) {
      new CanonicalWriter(tape, json).write(TYPE, root);
    }
    return text.toString();
  }
}
