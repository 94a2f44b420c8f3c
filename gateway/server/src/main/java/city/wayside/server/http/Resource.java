package city.wayside.server.http;

import java.util.List;

/// A thing that can be asked for, with all its routes; the first that matches answers.
@FunctionalInterface
public interface Resource {

  /// The routes.
  List<ApiRoute> routes();
}
