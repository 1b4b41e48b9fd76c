"""The real catalogue, as it is: these tests are about what the product says."""

import pytest

from warehouse import settings


@pytest.fixture(scope="session")
def catalogue():
    return settings.catalogue()
