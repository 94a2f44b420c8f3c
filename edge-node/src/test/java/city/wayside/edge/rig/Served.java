package city.wayside.edge.rig;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [Server] with the usual limits that runs for all of them. After each test
/// the connections are closed that it opened, and what it sent is stored: no test counts another's.
public final class Served implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(Served.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Server.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return server(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server(context).releaseGrid();
    server(context).closeWires();
    server(context).awaitNothingWaiting();
  }

  private static Server server(ExtensionContext context) {
    return Objects.requireNonNull(
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent(Server.class, _ -> Server.start(), Server.class));
  }
}
