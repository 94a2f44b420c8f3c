package city.wayside.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fake.FakeAuthority;
import city.wayside.model.client.CertificateName;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNamesTest {

  private static final FakeAuthority AUTHORITY = new FakeAuthority("CN=Test CA");

  @Test
  void allNamesOfACertificateAreFound() {
    X509Certificate certificate =
        AUTHORITY
            .issue(
                "CN=bus 12, O=\"Example, Inc\", SERIALNUMBER=4711",
                "dns:Bus-12.Example",
                "uri:urn:v2x:Bus:12",
                "email:Fleet@Example.ORG",
                "ip:127.0.0.1")
            .certificate();

    assertThat(shown(certificate))
        .containsExactly(
            "subject:CN=bus 12,O=Example\\, Inc,SERIALNUMBER=4711",
            "dns:bus-12.example",
            "uri:urn:v2x:Bus:12",
            "email:Fleet@example.org");
  }

  @Test
  void aCertificateWithoutASubjectHasItsAlternativeNamesAlone() {
    assertThat(shown(AUTHORITY.issue("", "dns:a.example").certificate()))
        .containsExactly("dns:a.example");
  }

  @Test
  void ofManyNamesOnlySomeAreLookedAt() {
    String[] many = new String[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = "dns:n" + i + ".example";
    }

    assertThat(shown(AUTHORITY.issue("CN=a", many).certificate()))
        .hasSize(CertificateName.NAMES_COUNT_MAX)
        .startsWith("subject:CN=a", "dns:n0.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject:CN=bus-12, O=Example | subject:CN=bus-12,O=Example",
        "subject: cn = bus-12 ,o=Example | subject:CN=bus-12,O=Example",
        "subject:EMAILADDRESS=a@b.example,CN=x | subject:EMAILADDRESS=a@b.example,CN=x",
        "dns:Bus-12.EXAMPLE | dns:bus-12.example",
        "uri:https://Example/x | uri:https://Example/x",
        "email:Some.Body@Example.ORG | email:Some.Body@example.org",
      })
  void aNameThatIsWrittenInAnotherWayIsTheSame(String written, String normal) {
    CertificateName name = CertificateName.of(written);

    assertThat(name.shown()).contains(normal);
    assertThat(CertificateName.of(normal)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CN=a", "ip:127.0.0.1", "subject:bus-12", "subject:", "dns: ", ""})
  void whatIsNoNameIsRefused(String written) {
    assertThatThrownBy(() -> CertificateName.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("allowed");
  }

  private static List<String> shown(X509Certificate certificate) {
    return CertificateName.allOf(certificate).stream()
        .flatMap(name -> name.shown().stream())
        .toList();
  }
}
