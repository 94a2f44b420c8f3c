package city.wayside.edge.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySetTest {

  /// The examples of RFC 7515, appendices A.2 and A.3, and RFC 8037, appendix A.4.
  private static final String RSA =
      "{'kty':'RSA','n':'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoT"
          + "bji9k0l8W26mPddxHmfHQp-Vaw-4qPCJr"
          + "cS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b326"
          + "90r2jZ47soMZo9wGzjb_7OMg0LO"
          + "L-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapH"
          + "g665xsmtdVMTBQY4uDZlxvb3qCo"
          + "5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2eth"
          + "FkMLs91kzk2PAcDTW9gb54h4FRW"
          + "yuXpoQ','e':'AQAB'}";

  private static final String EC =
      "{'kty':'EC','crv':'P-256','x':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',"
          + "'y':'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'}";
  private static final String ED =
      "{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}";

  private static final String JOE =
      ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnV"
          + "lfQ.";
  private static final String RSA_TOKEN =
      "eyJhbGciOiJSUzI1NiJ9"
          + JOE
          + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5R"
          + "Zmh7AAuHIm4Bh-0Qc_lF5YKt_O8"
          + "W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgr"
          + "nbyTyWzO75vRK5h6xBArLIARNPv"
          + "kSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOk"
          + "HWEsqtFZESc6BfI7noOPqvhJ1ph"
          + "CnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
  private static final String EC_TOKEN =
      "eyJhbGciOiJFUzI1NiJ9"
          + JOE
          + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8I"
          + "SlSApmWQxfKTUJqPP3-Kg6NU1Q";
  private static final String ED_TOKEN =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvM"
          + "g3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  private static KeySet parse(String json) throws IOException {
    return KeySet.parse(Issuer.bytes(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {RSA + "|" + RSA_TOKEN, EC + "|" + EC_TOKEN, ED + "|" + ED_TOKEN},
      quoteCharacter = '`')
  void theExamplesOfTheStandardsAreGenuine(String key, String text) throws IOException {
    KeySet keys = parse("{'keys':[" + key + "]}");
    SignedToken token = SignedToken.parse(text);
    PublicKey found = keys.find("", token.algorithm()).orElseThrow();

    assertThat(token.algorithm().isGenuine(found, token.signed(), token.signature())).isTrue();
    token.signature()[3] ^= 1;
    assertThat(token.algorithm().isGenuine(found, token.signed(), token.signature())).isFalse();
  }

  @Test
  void keysOfOtherKindsAndUsesArePassedOver() throws IOException {
    KeySet keys =
        parse(
            "{'keys':[{'kty':'oct','k':'AAAA'},{'kty':'EC','crv':'P-521','x':'AA','y':'AA'},"
                + EC.replace("}", ",'use':'enc'}")
                + ","
                + EC.replace("}", ",'alg':'ES384'}")
                + ","
                + EC.replace("}", ",'kid':'one','use':'sig','alg':'ES256'}")
                + ",{'kid':'x'}],'more':null}");

    assertThat(keys.keys()).extracting(KeySet.Key::id).containsExactly("one");
    assertThat(keys.find("one", SignatureAlgorithm.ES256)).isPresent();
    assertThat(keys.find("one", SignatureAlgorithm.RS256)).isEmpty();
    assertThat(keys.find("two", SignatureAlgorithm.ES256)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | it is no JSON object",
        "{'keys':7} | it has no array \"keys\"",
        "{'keys':[7]} | keys[0] is no object",
        "{'keys':[]} {} | something comes after the JSON object",
        "{'keys':[{'kty':'RSA','n':'AQAB','e':'AQAB'}]} | keys[0] is broken: n has 17 bits; allowed"
            + " are 2048 or more",
        "{'keys':[{'kty':'EC','crv':'P-256','x':'AA'}]} | keys[0] is broken: y is missing",
        "{'keys':[{'kty':'OKP','crv':'Ed25519','x':'AAAA'}]} | keys[0] is broken: x has 3 bytes;"
            + " allowed are 32",
        "{'keys':[[[[[[[]]]]]]]} | it is no JSON: Document nesting depth (7) exceeds the maximum"
            + " allowed (6, from `StreamReadConstraints.getMaxNestingDepth()`)",
      })
  void whatIsNoKeySetIsRefused(String json, String reason) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(IOException.class).hasMessage(reason);
  }
}
