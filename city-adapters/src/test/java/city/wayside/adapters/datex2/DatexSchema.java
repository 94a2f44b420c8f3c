package city.wayside.adapters.datex2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The official DATEX II v3.6 schema, loaded once, from the folder beside the checkout. Nothing is
/// fetched: whatever a schema or document refers to is found in that folder or refused.
final class DatexSchema {

  private static final String FOLDER = "schemas/datex2";
  private static final String MISSING = "no shared/" + FOLDER + " beside the checkout";
  private static final Optional<Path> ROOT = find();
  private static @Nullable Schema loaded;

  private DatexSchema() {}

  /// Skips a property as a whole where there is no schema; to skip within a try would only reject
  /// one sample.
  static final class Needed implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return ROOT.isPresent() ? SkipResult.doNotSkip() : SkipResult.skip(MISSING);
    }
  }

  /// The folder with schemas and samples; skips the test where there is none.
  static Path folder() {
    return ROOT.orElseThrow(() -> new TestAbortedException(MISSING));
  }

  /// Checks a document.
  ///
  /// @return what is wrong with it; empty when it is valid
  static Optional<String> problem(byte[] document) {
    Validator validator = schema().newValidator();
    validator.setErrorHandler(new Strict());
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
      return Optional.empty();
    } catch (SAXException problem) {
      return Optional.of(String.valueOf(problem.getMessage()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static synchronized Schema schema() {
    Schema known = loaded;
    if (known != null) {
      return known;
    }
    Path xsd = folder().resolve("xsd-v3.6");
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> local(xsd, systemId));
      try (Reader main = Files.newBufferedReader(xsd.resolve("DATEXII_3_D2Payload.xsd"))) {
        Schema schema = factory.newSchema(new StreamSource(main));
        loaded = schema;
        return schema;
      }
    } catch (SAXException | IOException broken) {
      throw new IllegalStateException("schema in " + xsd, broken);
    }
  }

  private static LSInput local(Path xsd, String systemId) {
    Path file = xsd.resolve(Path.of(systemId).getFileName());
    try {
      DOMImplementationLS parts =
          (DOMImplementationLS)
              org.w3c.dom.bootstrap.DOMImplementationRegistry.newInstance()
                  .getDOMImplementation("LS");
      LSInput input = parts.createLSInput();
      input.setSystemId(file.getFileName().toString());
      input.setStringData(Files.readString(file));
      return input;
    } catch (IOException | ReflectiveOperationException missing) {
      throw new IllegalStateException("schema refers to " + systemId, missing);
    }
  }

  private static Optional<Path> find() {
    Path root = Path.of(System.getProperty("wayside.root", "."));
    return List.of(root.resolve("../shared"), root.resolve("../../shared")).stream()
        .map(shared -> shared.resolve(FOLDER))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) throws SAXException {
      throw problem;
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
      throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }
}
