"""The typed client of Saleor's API. Made by bin/generate from graphql/saleor/."""
